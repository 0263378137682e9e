source("fixture.R")
suppressMessages({library(survival); library(cmprsk)})
km <- function(name, d, type, conf = .95, rmean = NULL) {
  s <- if (is.null(d$entry)) Surv(d$time, d$status) else Surv(d$entry, d$time, d$status)
  tau <- if (is.null(rmean)) max(d$time) else rmean
  e <- list(); g <- if (is.null(d$group)) rep("", nrow(d)) else d$group
  for (i in seq_along(unique(g))) {
    k <- g == unique(g)[i]
    f <- survfit(s[k] ~ 1, conf.type = type, conf.int = conf); S <- f$surv
    ok <- S > 0 & (S < 1 | type != "log-log")
    p <- paste0("groups.", i - 1)
    e <- c(e, by_row(data.frame(time = f$time, survival = S, `at-risk` = f$n.risk,
      events = f$n.event, censored = f$n.censor, se = ifelse(S > 0, f$std.err * S, NA),
      lower = ifelse(ok, f$lower, NA), upper = ifelse(ok, f$upper, NA), check.names = FALSE),
      paste0(p, ".curve"), if (nrow(d) > 200) 9 else 1))
    q <- quantile(f, c(.25, .5)); m <- summary(f, rmean = tau)$table
    for (j in 1:2) for (w in c("quantile", "lower", "upper"))
      e[[paste0(p, ".quantiles.", j - 1, ".", c(quantile = "time", lower = "lower",
        upper = "upper")[w])]] <- unname(q[[w]][j])
    e[[paste0(p, ".restricted-mean")]] <- unname(m[["rmean"]])
    e[[paste0(p, ".restricted-mean-se")]] <- unname(m[["se(rmean)"]])
  }
  case(name, "kaplan-meier", d, e, list(interval = type, level = conf, horizon = tau,
       quantiles = c(.25, .5)), tolerance = 1e-9)
}
d <- with(lung, data.frame(time = time, status = status - 1, group = sex))
d <- d[order(d$group), ]
for (t in c("log", "log-log", "plain")) km(paste("lung", t), d, t)
km("aml", with(aml, data.frame(time = time, status = status, group = as.character(x))), "log")
km("lung 90, horizon", d, "log", .9, 500)
set.seed(2)
for (k in 1:3) { n <- 40 * k; en <- round(runif(n, 0, 3)); t <- en + ceiling(rexp(n, .15))
  km(paste("truncated", k), data.frame(entry = en, time = t, status = rbinom(n, 1, .7)),
     c("log", "log-log", "plain")[k]) }
# Log-rank.
lr <- function(name, d, rho, strat = FALSE) {
  f <- if (strat) survdiff(Surv(time, status) ~ group + strata(stratum), d, rho = rho) else
    survdiff(Surv(time, status) ~ group, d, rho = rho)
  o <- if (strat) rowSums(f$obs) else f$obs; ex <- if (strat) rowSums(f$exp) else f$exp
  g <- match(unique(d$group), sort(unique(d$group)))
  case(name, "log-rank", d, c(by_row(data.frame(observed = o[g], expected = ex[g],
    variance = diag(f$var)[g]), "groups"), list(`chi-squared` = f$chisq)), list(rho = rho))
}
v <- with(veteran, data.frame(time = time, status = status, group = celltype, stratum = trt))
for (r in c(0, 1, .5)) { lr(paste("veteran", r), v[, 1:3], r); lr(paste("strata", r), v, r, TRUE) }
# Competing risks.
sim <- function(n, seed, g = 2) { set.seed(seed)
  gr <- sample(letters[1:g], n, TRUE); t <- ceiling(rexp(n, .1) * 2)
  data.frame(time = t, status = sample(0:2, n, TRUE, c(.3, .4, .3)), group = gr) }
for (k in 1:4) {
  d <- sim(60 * k, k, 2 + k %% 2); st <- sample(1:2, nrow(d), TRUE); gs <- unique(d$group)
  f <- cuminc(d$time, d$status, d$group); e <- list()
  for (i in seq_along(gs)) for (cz in 1:2) {
    x <- f[[paste(gs[i], cz)]]; at <- sort(unique(d$time[d$group == gs[i] & d$status == cz]))
    tp <- timepoints(f[paste(gs[i], cz)], at)
    e <- c(e, by_row(data.frame(time = at, incidence = c(tp$est), se = sqrt(c(tp$var))),
      paste0("groups.", i - 1, ".causes.", cz - 1, ".curve")))
  }
  case(paste("cuminc", k), "cumulative-incidence", d, e)
  for (r in c(0, 1)) {
    for (s in c(FALSE, TRUE)) { f <- if (s) cuminc(d$time, d$status, d$group, st, rho = r) else
        cuminc(d$time, d$status, d$group, rho = r)
      case(paste("gray", k, r, s), "gray", if (s) cbind(d, stratum = st) else d,
        by_row(data.frame(`chi-squared` = f$Tests[, 1], p = f$Tests[, 2], df = f$Tests[, 3],
          check.names = FALSE), "causes"), list(rho = r)) } }
  for (t in c("log", "log-log", "plain")) {
  f <- survfit(Surv(time, factor(status)) ~ 1, data = d, conf.type = t); e <- list()
  for (cz in 1:2) { i <- f$n.event[, cz + 1] > 0
    e <- c(e, by_row(data.frame(time = f$time[i], incidence = f$pstate[i, cz + 1],
      se = f$std.err[i, cz + 1], lower = f$lower[i, cz + 1], upper = f$upper[i, cz + 1]),
      paste0("groups.0.causes.", cz - 1, ".curve"), 3)) }
  case(paste("survfit", k, t), "cumulative-incidence", d[, 1:2], e,
       list(variance = "jackknife", interval = t)) }
}
# Recurring events: bladder tumours (Byar 1980), with a first row for each stretch.
b <- bladder2; b$group <- b$rx
e <- list(); for (i in 1:2) { f <- survfit(Surv(start, stop, event) ~ 1, b[b$rx == i, ], id = id)
  k <- f$n.event > 0
  e <- c(e, by_row(data.frame(time = f$time[k], `at-risk` = f$n.risk[k], events = f$n.event[k],
    mean = f$cumhaz[k], se = f$std.chaz[k], check.names = FALSE), paste0("groups.", i - 1, ".curve"))) }
bb <- data.frame(id = b$id, entry = b$start, time = b$stop, status = b$event, group = b$group)
case("bladder", "recurrent", bb[order(bb$group), ], e)
write_cases("survival.json", c("survival", "cmprsk"))
