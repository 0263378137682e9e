# Reference values for the survey methods: R 4.2.2, survey 4.1-1 (Debian 12).
# Run as: Rscript survey.R > survey.json ; not part of CI.
suppressMessages({library(survey); library(jsonlite)})
data(api); data(election)
options(survey.lonely.psu = "fail")
cases <- list()
vals <- function(...) list(...)
est <- function(s) list(estimate = as.numeric(coef(s)), se = as.numeric(SE(s)))
withdeff <- function(s) { d <- attr(s, "deff"); c(est(s), list(deff = as.numeric(if (is.matrix(d)) diag(d) else d))) }
# The worked examples of the package's own documentation (?apistrat, ?svymean, ?svyquantile).
designs <- list(
  apistrat = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc),
  apistratnofpc = svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat),
  apiclus1 = svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc),
  apiclus2 = svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2),
  apisrs = svydesign(id = ~1, weights = ~pw, data = apisrs, fpc = ~fpc)
)
frames <- list(
  apistrat = data.frame(stratum = as.character(apistrat$stype), psu = as.character(seq_len(nrow(apistrat))), weight = weights(designs$apistrat), fpc = apistrat$fpc),
  apistratnofpc = data.frame(stratum = as.character(apistrat$stype), psu = as.character(seq_len(nrow(apistrat))), weight = weights(designs$apistrat)),
  apiclus1 = data.frame(psu = as.character(apiclus1$dnum), weight = weights(designs$apiclus1), fpc = apiclus1$fpc),
  apiclus2 = data.frame(psu = as.character(apiclus2$dnum), ssu = as.character(apiclus2$snum), weight = weights(designs$apiclus2), fpc = apiclus2$fpc1, fpc2 = apiclus2$fpc2),
  apisrs = data.frame(psu = as.character(seq_len(nrow(apisrs))), weight = weights(designs$apisrs), fpc = apisrs$fpc)
)
out <- list()
qrules <- c("math", "school", "shahvaish", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9")
ciprop <- c("logit", "likelihood", "asin", "beta", "mean", "xlogit")
for (name in names(designs)) {
  d <- designs[[name]]; v <- d$variables
  f <- frames[[name]]
  f$api00 <- v$api00; f$api99 <- v$api99; f$enroll <- v$enroll; f$apistu <- v$api.stu
  f$elementary <- as.integer(v$stype == "E"); f$year <- as.integer(v$sch.wide == "Yes")
  f$high <- as.integer(v$api00 > 750)
  d <- update(d, apistu = api.stu, year = as.integer(sch.wide == "Yes")); d <- update(d, elementary = as.integer(stype == "E"), year = as.integer(sch.wide == "Yes"), high = as.integer(api00 > 750))
  sub <- subset(d, year == 0)
  r <- list(
    degf = degf(d),
    total = withdeff(svytotal(~apistu + year, d, deff = TRUE)),
    mean = withdeff(svymean(~api00 + api99 + year, d, deff = TRUE)),
    meanreplace = withdeff(svymean(~api00 + api99 + year, d, deff = "replace")),
    covariance = as.numeric(vcov(svymean(~api00 + api99 + year, d))),
    missing = est(svymean(~enroll, d, na.rm = TRUE)),
    meanci = as.numeric(confint(svymean(~api00, d), df = degf(d))),
    ratio = { s <- svyratio(~api00, ~api99, d, deff = TRUE); list(estimate = as.numeric(coef(s)), se = as.numeric(SE(s)), deff = as.numeric(attr(s, "deff"))) },
    domainmean = withdeff(svymean(~api00, sub, deff = TRUE)),
    domaintotal = withdeff(svytotal(~apistu, sub, deff = TRUE)),
    domaindegf = degf(sub),
    quantiles = lapply(setNames(qrules, qrules), function(q) unclass(svyquantile(~api00, d, c(0.1, 0.25, 0.5, 0.9), qrule = q))[[1]]),
    quantileintervals = lapply(setNames(c("beta", "xlogit", "asin"), c("beta", "xlogit", "asin")), function(t) unclass(svyquantile(~api00, d, c(0.25, 0.5), interval.type = t))[[1]]),
    proportion = lapply(setNames(ciprop, ciprop), function(m) { p <- svyciprop(~high, d, method = m); list(estimate = as.numeric(p), variance = as.numeric(attr(p, "var")), ci = as.numeric(attr(p, "ci"))) })
  )
  out[[name]] <- list(data = f, expected = r)
}
# Two stages, the first only.
options(survey.ultimate.cluster = TRUE)
out$apiclus2$expected$ultimate <- est(svymean(~api00 + api99, designs$apiclus2))
options(survey.ultimate.cluster = FALSE)
# Lonely units.
set.seed(20230117)
l <- data.frame(stratum = rep(c("a", "b", "c", "d"), c(6, 1, 8, 4)), psu = c(1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10), weight = round(runif(19, 1, 9), 3), y = round(rnorm(19, 10, 3), 3))
l$fpc <- c(12, 20, 15, 9)[match(l$stratum, c("a", "b", "c", "d"))]
lonely <- list()
for (o in c("adjust", "average", "certainty", "remove")) {
  options(survey.lonely.psu = o)
  for (withfpc in c(FALSE, TRUE)) {
    d <- if (withfpc) svydesign(~psu, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = l) else svydesign(~psu, strata = ~stratum, weights = ~weight, data = l)
    lonely[[paste0(o, if (withfpc) "fpc" else "")]] <- list(mean = est(svymean(~y, d)), total = est(svytotal(~y, d)))
  }
}
options(survey.lonely.psu = "fail")
l$psu <- as.character(l$psu)
out$lonely <- list(data = l, expected = lonely)
# Unequal probabilities: the election example of ?election.
e <- election_pps
pps <- list()
dlist <- list(
  brewer = svydesign(id = ~1, fpc = ~p, data = e, pps = "brewer"),
  overton = svydesign(id = ~1, fpc = ~p, data = e, pps = "overton"),
  hartleyrao = svydesign(id = ~1, fpc = ~p, data = e, pps = HR(sum(election$p^2) / 40)),
  hartleyrao1 = svydesign(id = ~1, fpc = ~p, data = e, pps = HR()),
  joint = svydesign(id = ~1, fpc = ~p, data = e, pps = ppsmat(election_jointprob, tolerance = 0)),
  yatesgrundy = svydesign(id = ~1, fpc = ~p, data = e, pps = ppsmat(election_jointprob, tolerance = 0), variance = "YG"),
  overtonyg = svydesign(id = ~1, fpc = ~p, data = e, pps = "overton", variance = "YG"),
  replacement = svydesign(id = ~1, probs = ~p, data = e)
)
for (n in names(dlist)) pps[[n]] <- list(total = est(svytotal(~Bush + Kerry + Nader, dlist[[n]])), mean = est(svymean(~Bush, dlist[[n]])))
pps$pbar <- sum(election$p^2) / 40
out$pps <- list(data = data.frame(psu = as.character(seq_len(nrow(e))), prob = e$p, Bush = e$Bush, Kerry = e$Kerry, Nader = e$Nader), joint = as.numeric(election_jointprob), expected = pps)
# Calibration.
d <- designs$apiclus1
pop.types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
pop.schwide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))
pt <- c(`(Intercept)` = 6194, stypeH = 755, stypeM = 1018)
pt2 <- c(pt, api99 = 3914069)
cal <- list(
  poststratify = postStratify(d, ~stype, pop.types),
  rake = rake(d, list(~stype, ~sch.wide), list(pop.types, pop.schwide), control = list(maxit = 500, epsilon = 1e-14)),
  linear = calibrate(d, ~stype + api99, pt2),
  bounded = calibrate(d, ~stype + api99, pt2, bounds = c(0.6, 1.6), calfun = "linear", epsilon = 1e-11),
  raking = calibrate(d, ~stype + api99, pt2, calfun = "raking", epsilon = 1e-11),
  logit = calibrate(d, ~stype + api99, pt2, calfun = "logit", bounds = c(0.5, 2), epsilon = 1e-11)
)
calout <- lapply(cal, function(x) list(weights = as.numeric(weights(x)), total = est(svytotal(~enroll + api00, x)), mean = est(svymean(~enroll + api00, x)), domain = est(svymean(~api00, subset(x, sch.wide == "No"))), ratio = { s <- svyratio(~api.stu, ~enroll, x); list(estimate = as.numeric(coef(s)), se = as.numeric(SE(s))) }))
out$calibrate <- list(data = data.frame(psu = as.character(apiclus1$dnum), weight = weights(d), fpc = apiclus1$fpc, stype = as.character(apiclus1$stype), schwide = as.character(apiclus1$sch.wide), api99 = apiclus1$api99, enroll = apiclus1$enroll, api00 = apiclus1$api00, apistu = apiclus1$api.stu), expected = calout)
# Replicates.
scd <- data.frame(ESA = c(1, 1, 2, 2, 3, 3), ambulance = c(1, 2, 1, 2, 1, 2), arrests = c(120, 78, 185, 228, 670, 530), alive = c(25, 24, 30, 49, 80, 70))
rr <- function(r, x, y) { rat <- svyratio(x, y, r); list(total = est(svytotal(x, r)), mean = est(svymean(x, r)), ratio = list(estimate = as.numeric(coef(rat)), se = as.numeric(SE(rat))), degf = degf(r), scale = r$scale, rscales = r$rscales) }
d1 <- designs$apiclus1; ds <- designs$apistrat
sc <- svydesign(data = scd, prob = ~1, id = ~ambulance, strata = ~ESA, nest = TRUE)
set.seed(9)
bo <- as.svrepdesign(svydesign(id = ~dnum, weights = ~pw, data = apiclus1), type = "subbootstrap", replicates = 40)
reps <- list(
  jk1 = rr(as.svrepdesign(d1, type = "JK1"), ~api00, ~api99),
  jk1mse = rr(as.svrepdesign(d1, type = "JK1", mse = TRUE), ~api00, ~api99),
  jkn = rr(as.svrepdesign(ds, type = "JKn"), ~api00, ~api99),
  jknmse = rr(as.svrepdesign(ds, type = "JKn", mse = TRUE), ~api00, ~api99),
  brr = rr(as.svrepdesign(sc, type = "BRR"), ~alive, ~arrests),
  fay = rr(as.svrepdesign(sc, type = "Fay", fay.rho = 0.3), ~alive, ~arrests),
  given = rr(bo, ~api00, ~api99)
)
out$replicates <- list(scd = scd, weights = as.matrix(weights(bo, "analysis")), brrweights = as.matrix(weights(as.svrepdesign(sc, type = "BRR"), "analysis")), fayweights = as.matrix(weights(as.svrepdesign(sc, type = "Fay", fay.rho = 0.3), "analysis")), expected = reps)
out$made <- "R 4.2.2, survey 4.1-1; see survey.R"
cat(toJSON(out, digits = 17, dataframe = "columns", auto_unbox = TRUE, na = "null"), "\n")
