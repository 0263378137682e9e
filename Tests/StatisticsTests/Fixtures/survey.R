source("fixture.R")
# The school data and the election data of R's survey package (?api, ?election), which are its worked
# examples, and made-up samples for what they do not have.
suppressMessages(library(survey))
data(api); data(election)
options(survey.lonely.psu = "fail", digits = 17)
# Only the columns that a case reads are written.
whole_case <- case
case <- function(name, method, data, expected, options = NULL, tables = NULL, ...) {
  read <- c("stratum", "psu", "ssu", "weight", "prob", "fpc", "fpc2", "domain", "value", "numerator", "denominator",
    options$variables, options$weights, tables$totals$variable)
  # R has NaN for an end of Woodruff's interval beyond the sample; ours is undefined too.
  expected <- lapply(expected, function(v) if (is.nan(v)) NA else v)
  whole_case(name, method, data[names(data) %in% read], expected, options, tables, ...)
}
rows_of <- function(...) by_row(data.frame(...))
se <- function(s) as.numeric(SE(s))
deff_of <- function(s) { d <- attr(s, "deff"); as.numeric(if (is.matrix(d)) diag(d) else d) }
vars_of <- function(v) data.frame(api00 = v$api00, api99 = v$api99, enroll = v$enroll, apistu = v$api.stu,
  year = as.integer(v$sch.wide == "Yes"), high = as.integer(v$api00 > 750),
  domain = as.character(v$sch.wide))
with_vars <- function(d) update(d, apistu = api.stu, year = as.integer(sch.wide == "Yes"),
  high = as.integer(api00 > 750), domain = sch.wide)
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
designs <- list(
  apistrat = list(strat, data.frame(stratum = as.character(apistrat$stype), weight = apistrat$pw, fpc = apistrat$fpc)),
  apistrat_nofpc = list(svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat),
    data.frame(stratum = as.character(apistrat$stype), weight = apistrat$pw)),
  apiclus1 = list(svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc),
    data.frame(psu = apiclus1$dnum, weight = apiclus1$pw, fpc = apiclus1$fpc)),
  apiclus2 = list(svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2),
    data.frame(psu = apiclus2$dnum, ssu = apiclus2$snum, fpc = apiclus2$fpc1, fpc2 = apiclus2$fpc2)),
  apisrs = list(svydesign(id = ~1, weights = ~pw, data = apisrs, fpc = ~fpc),
    data.frame(weight = apisrs$pw, fpc = apisrs$fpc))
)
interval_of <- function(s, d) confint(s, df = degf(d))
for (n in names(designs)) {
  d <- with_vars(designs[[n]][[1]])
  bare <- cbind(designs[[n]][[2]], vars_of(designs[[n]][[1]]$variables))
  f <- bare[names(bare) != "domain"]
  s <- svytotal(~apistu + year, d, deff = TRUE); ci <- interval_of(s, d)
  case(paste(n, "total"), "survey-total", f, rows_of(estimate = coef(s), se = se(s), deff = deff_of(s),
    lower = ci[, 1], upper = ci[, 2], df = degf(d)), list(variables = c("apistu", "year")))
  s <- svymean(~api00 + api99 + year, d, deff = TRUE); ci <- interval_of(s, d)
  e <- rows_of(estimate = coef(s), se = se(s), deff = deff_of(s), lower = ci[, 1], upper = ci[, 2])
  e[["covariance.0.1"]] <- vcov(s)[1, 2]; e[["covariance.2.0"]] <- vcov(s)[3, 1]
  case(paste(n, "mean"), "survey-mean", f, e, list(variables = c("api00", "api99", "year")))
  s <- svymean(~api00, d, deff = "replace"); ci <- confint(s, level = 0.9)
  case(paste(n, "mean z replace"), "survey-mean", f, rows_of(deff = deff_of(s), lower = ci[, 1], upper = ci[, 2]),
    list(variables = I("api00"), interval = "z", level = 0.9, deff = "with-replacement"))
  s <- svymean(~enroll, d, na.rm = TRUE)
  case(paste(n, "missing"), "survey-mean", f, rows_of(estimate = coef(s), se = se(s)), list(variables = I("enroll")))
  s <- svyratio(~api00, ~api99, d, deff = TRUE)
  case(paste(n, "ratio"), "survey-ratio", transform(f, numerator = api00, denominator = api99),
    rows_of(estimate = as.numeric(coef(s)), se = se(s), deff = as.numeric(attr(s, "deff"))))
  subs <- list(subset(d, domain == "No"), subset(d, domain == "Yes"))
  e <- do.call(rbind, lapply(subs, function(x) { s <- svymean(~api00, x, deff = TRUE)
    ci <- confint(s, df = degf(x)); data.frame(estimate = coef(s), se = se(s), deff = deff_of(s), df = degf(x), lower = ci[, 1], upper = ci[, 2]) }))
  case(paste(n, "domain means"), "survey-mean", bare, by_row(e), list(variables = I("api00")))
  e <- do.call(rbind, lapply(subs, function(x) { s <- svytotal(~apistu, x, deff = TRUE)
    data.frame(estimate = coef(s), se = se(s), deff = deff_of(s)) }))
  case(paste(n, "domain totals"), "survey-total", bare, by_row(e), list(variables = I("apistu")))
  # R misses 0.1 and 0.9 of equal weights by the rounding of a sum; those ties are ours to test.
  p <- if (n == "apisrs") c(0.101, 0.25, 0.5, 0.901) else c(0.1, 0.25, 0.5, 0.9)
  for (rule in c("math", "school", paste0("hf", 4:9))) {
    q <- svyquantile(~api00, d, p, qrule = rule)[[1]]
    case(paste(n, "quantile", rule), "survey-quantile", f, rows_of(estimate = q[, 1], lower = q[, 2], upper = q[, 3], se = q[, 4]),
      list(variables = I("api00"), probabilities = p, rule = rule))
  }
  # R halves a weight that it has not scaled to mean 1; with weights of mean 1 that is no matter.
  if (n != "apiclus2") {
    u <- designs[[n]][[2]]; u$weight <- u$weight / mean(u$weight); v <- designs[[n]][[1]]$variables; v$w1 <- u$weight
    u1 <- if (is.null(u$stratum)) svydesign(id = if (is.null(u$psu)) ~1 else ~dnum, weights = ~w1, data = v) else svydesign(id = ~1, strata = ~stype, weights = ~w1, data = v)
    q <- svyquantile(~api00, u1, p, qrule = "shahvaish")[[1]]; u$fpc <- NULL
    case(paste(n, "quantile shahvaish"), "survey-quantile", cbind(u, vars_of(v)["api00"]), rows_of(estimate = q[, 1], lower = q[, 2], upper = q[, 3]),
      list(variables = I("api00"), probabilities = p, rule = "shahvaish"))
  }
  for (type in c("beta", "xlogit", "asin")) {
    q <- svyquantile(~api00, d, c(0.25, 0.5), interval.type = type)[[1]]
    case(paste(n, "quantile", type), "survey-quantile", f, rows_of(estimate = q[, 1], lower = q[, 2], upper = q[, 3], se = q[, 4]),
      list(variables = I("api00"), probabilities = c(0.25, 0.5), `share-interval` = type))
  }
  for (method in c("logit", "likelihood", "asin", "beta", "mean", "xlogit")) {
    q <- svyciprop(~high, d, method = method); ci <- as.numeric(attr(q, "ci"))
    # R's likelihood interval interpolates a profile of a few points.
    case(paste(n, "proportion", method), "survey-proportion", f,
      rows_of(estimate = as.numeric(q), variance = as.numeric(attr(q, "var")), lower = ci[1], upper = ci[2]),
      list(variables = I("high"), method = method),
      tolerance = if (method == "likelihood") 5e-4 else if (method == "logit") 1e-6 else 1e-9)
  }
}
options(survey.ultimate.cluster = TRUE)
f <- cbind(designs$apiclus2[[2]], vars_of(apiclus2)[c("api00", "apistu")])
s <- svymean(~api00, designs$apiclus2[[1]])
case("ultimate cluster", "survey-mean", f, rows_of(estimate = coef(s), se = se(s)),
  list(variables = I("api00"), stages = "ultimate-cluster"))
options(survey.ultimate.cluster = FALSE)
# One unit in a stratum.
set.seed(20230117)
l <- data.frame(stratum = rep(c("a", "b", "c", "d"), c(6, 1, 8, 4)),
  psu = c(1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10),
  weight = round(runif(19, 1, 9), 3), value = round(rnorm(19, 10, 3), 3))
l$fpc <- c(12, 20, 15, 9)[match(l$stratum, c("a", "b", "c", "d"))]
for (o in c("adjust", "average", "certainty", "remove")) {
  options(survey.lonely.psu = o)
  d <- svydesign(~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = l)
  s <- svymean(~value, d); t <- svytotal(~value, d)
  case(paste("lonely", o), "survey-mean", l, rows_of(estimate = coef(s), se = se(s)), list(lonely = o))
  case(paste("lonely", o), "survey-total", l, rows_of(estimate = coef(t), se = se(t)), list(lonely = o))
  n <- l[names(l) != "fpc"]; d <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = n)
  s <- svymean(~value, d)
  case(paste("lonely without fpc", o), "survey-mean", n, rows_of(estimate = coef(s), se = se(s)), list(lonely = o))
  # The seeds of the jackknife: R's adjust compares strata, not units.
  if (o %in% c("average", "remove")) { r <- as.svrepdesign(d, type = "JKn"); s <- svytotal(~value, r)
    case(paste("lonely jackknife", o), "survey-replicates", n, rows_of(estimate = coef(s), se = se(s)),
      list(lonely = o, statistic = "total")) }
}
options(survey.lonely.psu = "fail")
# Three designs of chance: strata by units by rows, unequal weights.
for (seed in 1:3) {
  set.seed(seed)
  n <- data.frame(stratum = rep(letters[1:5], each = 24), psu = rep(1:30, each = 4), weight = round(rexp(120) + 1, 4),
    value = round(rgamma(120, 2), 4), domain = sample(c("x", "y"), 120, TRUE))
  n$fpc <- c(20, 30, 40, 50, 60)[match(n$stratum, letters)]
  d <- svydesign(~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = n, nest = TRUE)
  e <- do.call(rbind, lapply(c("x", "y"), function(g) { x <- subset(d, domain == g); s <- svymean(~value, x, deff = TRUE)
    data.frame(estimate = coef(s), se = se(s), deff = deff_of(s), df = degf(x)) }))
  case(paste("seed", seed), "survey-mean", n, by_row(e))
}
# Unequal probabilities.
e <- election_pps
f <- data.frame(psu = seq_len(nrow(e)), prob = e$p, Bush = e$Bush, Kerry = e$Kerry, Nader = e$Nader)
pairs <- expand.grid(first = seq_len(nrow(e)), second = seq_len(nrow(e)))
pairs$probability <- sprintf("%.17g", as.numeric(election_jointprob)); pairs <- pairs[pairs$first < pairs$second, ]
meansq <- sum(election$p^2) / 40
joint_exact <- (election_jointprob + t(election_jointprob)) / 2; diag(joint_exact) <- e$p
pps <- function(pps, ...) svydesign(id = ~1, fpc = ~p, data = e, pps = pps, ...)
jm <- ppsmat(joint_exact, tolerance = 0)
dl <- list(brewer = list(pps("brewer"), list(method = "brewer")),
  overton = list(pps("overton"), list(method = "overton")),
  overton_yg = list(pps("overton", variance = "YG"), list(method = "overton", form = "sen-yates-grundy")),
  hr = list(pps(HR(meansq)), list(method = "hartley-rao", `mean-square` = meansq)),
  hr_sample = list(pps(HR()), list(method = "hartley-rao")),
  ht = list(pps(jm), list(method = "joint")),
  syg = list(pps(jm, variance = "YG"), list(method = "joint", form = "sen-yates-grundy")),
  wr = list(svydesign(id = ~1, probs = ~p, data = e), list(method = "with-replacement")))
for (n in names(dl)) {
  s <- svytotal(~Bush + Kerry + Nader, dl[[n]][[1]]); o <- dl[[n]][[2]]
  tb <- if (o$method == "joint") list(joint = pairs) else NULL
  # The joint table goes out as text and R zeroes the smallest entries of its matrix.
  tol <- if (o$method == "joint") 1e-6 else 1e-9
  case(paste("pps", n), "survey-pps", f, rows_of(estimate = coef(s), se = se(s)),
    c(list(variables = c("Bush", "Kerry", "Nader")), o), tb, tol)
  s <- svymean(~Bush, dl[[n]][[1]])
  case(paste("pps mean", n), "survey-pps", f, rows_of(estimate = coef(s), se = se(s)),
    c(list(variables = I("Bush"), statistic = "mean"), o), tb, tol)
}
# Calibration: the examples of ?calibrate, ?postStratify and ?rake.
d <- with_vars(designs$apiclus1[[1]])
pop.types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
pop.schwide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))
pt <- c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018, api99 = 3914069)
f <- cbind(designs$apiclus1[[2]], vars_of(apiclus1), stype = as.character(apiclus1$stype), schwide = as.character(apiclus1$sch.wide),
  stypeH = as.integer(apiclus1$stype == "H"), stypeM = as.integer(apiclus1$stype == "M"))
f$domain <- NULL
cells <- data.frame(variable = rep(c("stype", "schwide"), c(3, 2)), cell = c("E", "H", "M", "No", "Yes"), total = c(4421, 755, 1018, 1072, 5122))
tots <- data.frame(variable = c("(size)", "stypeH", "stypeM", "api99"), total = as.numeric(pt))
cal <- list(
  post = list(postStratify(d, ~stype, pop.types), list(method = "post-stratification"), cells[1:3, ]),
  margins = list(rake(d, list(~stype, ~sch.wide), list(pop.types, pop.schwide), control = list(maxit = 900, epsilon = 1e-13)), list(method = "margins"), cells),
  greg = list(calibrate(d, ~stype + api99, pt), list(method = "greg"), tots),
  bounded = list(calibrate(d, ~stype + api99, pt, bounds = c(0.6, 1.6), calfun = "linear", epsilon = 1e-12), list(method = "greg", bounds = c(0.6, 1.6)), tots),
  raking = list(calibrate(d, ~stype + api99, pt, calfun = "raking", epsilon = 1e-12), list(method = "raking"), tots),
  logit = list(calibrate(d, ~stype + api99, pt, calfun = "logit", bounds = c(0.5, 2), epsilon = 1e-12), list(method = "logit", bounds = c(0.5, 2)), tots))
for (n in names(cal)) for (statistic in c("total", "mean")) {
  x <- cal[[n]][[1]]; s <- if (statistic == "total") svytotal(~apistu + api00, x) else svymean(~apistu + api00, x)
  ex <- rows_of(estimate = coef(s), se = se(s)); for (i in c(0, 50, 182)) ex[[paste0("weights.", i)]] <- weights(x)[i + 1]
  case(paste("calibrate", n), "survey-calibrate", f, ex, c(list(variables = c("apistu", "api00"), statistic = statistic), cal[[n]][[2]]),
    list(totals = cal[[n]][[3]]), if (n %in% c("post", "greg")) 1e-9 else 1e-6)
  g <- f; g$domain <- f$schwide
  e <- do.call(rbind, lapply(c("No", "Yes"), function(w) { y <- subset(x, sch.wide == w)
    s <- if (statistic == "total") svytotal(~api00, y) else svymean(~api00, y); data.frame(estimate = coef(s), se = se(s)) }))
  case(paste("calibrate domains", n), "survey-calibrate", g, by_row(e), c(list(variables = I("api00"), statistic = statistic), cal[[n]][[2]]),
    list(totals = cal[[n]][[3]]), if (n %in% c("post", "greg")) 1e-9 else 1e-6)
}
# Replicates; the ambulance data are R's ?svrepdesign (Levy and Lemeshow).
scd <- data.frame(stratum = c(1, 1, 2, 2, 3, 3), psu = c(1, 2, 1, 2, 1, 2), arrests = c(120, 78, 185, 228, 670, 530), alive = c(25, 24, 30, 49, 80, 70))
sc <- svydesign(data = scd, prob = ~1, id = ~psu, strata = ~stratum, nest = TRUE); scd$weight <- 1
c1 <- cbind(designs$apiclus1[[2]], vars_of(apiclus1)[c("api00", "api99")])
st <- cbind(designs$apistrat[[2]], vars_of(apistrat)[c("api00", "api99")])
for (mse in c(FALSE, TRUE)) {
  rl <- list(list("jk1", as.svrepdesign(designs$apiclus1[[1]], type = "JK1", mse = mse), c1, "jackknife"),
    list("jkn", as.svrepdesign(strat, type = "JKn", mse = mse), st, "jackknife"))
  for (r in rl) {
    s <- svytotal(~api00 + api99, r[[2]]); case(paste(r[[1]], "total"), "survey-replicates", r[[3]], rows_of(estimate = coef(s), se = se(s)),
      list(variables = c("api00", "api99"), statistic = "total", mse = mse))
    s <- svymean(~api00 + api99, r[[2]]); ex <- rows_of(estimate = coef(s), se = se(s)); ex[["covariance.0.1"]] <- vcov(s)[1, 2]
    case(paste(r[[1]], "mean"), "survey-replicates", r[[3]], ex, list(variables = c("api00", "api99"), mse = mse))
    s <- svyratio(~api00, ~api99, r[[2]]); case(paste(r[[1]], "ratio"), "survey-replicates", r[[3]], rows_of(estimate = as.numeric(coef(s)), se = se(s)),
      list(variables = c("api00", "api99"), statistic = "ratio", mse = mse))
  }
  for (rho in c(0, 0.3)) {
    r <- if (rho == 0) as.svrepdesign(sc, type = "BRR", mse = mse) else as.svrepdesign(sc, type = "Fay", fay.rho = rho, mse = mse)
    s <- svytotal(~alive + arrests, r)
    case(paste("halves", rho), "survey-replicates", scd, rows_of(estimate = coef(s), se = se(s)),
      list(variables = c("alive", "arrests"), statistic = "total", method = if (rho == 0) "brr" else "fay", rho = rho, mse = mse))
    w <- as.data.frame(as.matrix(weights(r, "analysis"))); names(w) <- paste0("w", seq_along(w))
    s <- svyratio(~alive, ~arrests, r)
    case(paste("given halves", rho), "survey-replicates", cbind(scd, w), rows_of(estimate = as.numeric(coef(s)), se = se(s)),
      list(variables = c("alive", "arrests"), statistic = "ratio", method = "given", weights = names(w), scale = r$scale, rscales = r$rscales, mse = mse))
  }
}
set.seed(9)
b <- as.svrepdesign(designs$apiclus1[[1]], type = "subbootstrap", replicates = 40)
w <- as.data.frame(as.matrix(weights(b, "analysis"))); names(w) <- paste0("w", 1:40)
s <- svymean(~api00 + api99, b); ci <- confint(s, df = degf(b))
case("given bootstrap", "survey-replicates", cbind(c1, round(w, 10)), rows_of(estimate = coef(s), se = se(s), lower = ci[, 1], upper = ci[, 2], df = degf(b)),
  list(variables = c("api00", "api99"), method = "given", weights = names(w), scale = b$scale))
write_cases("survey.json", c("survey"))
