source("fixture.R")
suppressMessages({library(epitools); library(epiR); library(spdep); library(metafor)})
# Direct: the gamma interval (Fay-Feuer) of epitools.
set.seed(11)
for (k in 1:4) {
  s <- 5 + k; pop <- round(runif(s, 200, 50000)); ev <- rpois(s, pop * runif(s, 0, .01))
  if (k == 4) ev[] <- 0
  std <- round(runif(s, 1000, 9000))
  a <- ageadjust.direct(count = ev, pop = pop, stdpop = std)
  case(paste("direct", k), "standardise", data.frame(events = ev, population = pop, standard = std),
    c(groups.0.crude = unname(a["crude.rate"]), groups.0.rate = unname(a["adj.rate"]),
      groups.0.lower = if (k == 4) 0 else unname(a["lci"]), groups.0.upper = unname(a["uci"])),
    list(method = "direct"))
}
# Indirect: the intervals of epiR; the exact one of R itself (epiR 2.0.57 gives it up to 5 events only,
# with a lower tail that counts one event too many).
for (m in c("exact", "byar", "vandenbroucke")) for (l in c(.95, .9)) {
  if (m == "vandenbroucke" && l == .9) next # epiR gives it at 95 and 99 % only
  o <- c(1, 2, 5, 14, 40, 240); e <- c(.4, 3.2, 4.1, 20.5, 33, 260)
  r <- do.call(rbind, lapply(seq_along(o), function(i)
    if (m == "exact") { p <- poisson.test(o[i], e[i], conf.level = l)
      data.frame(est = unname(p$estimate), lower = p$conf.int[1], upper = p$conf.int[2]) } else
    epi.smr(o[i], e[i], method = m, conf.level = l)))
  case(paste(m, l), "standardise", data.frame(group = letters[1:6], events = o, expected = e),
    by_row(data.frame(ratio = r$est, lower = r$lower, upper = r$upper), "groups"),
    list(interval = m, level = l))
}
# Mid-P: roots of the half-counted tails with R's own distribution.
mid <- function(x, p) uniroot(function(m) ppois(x, m) - dpois(x, m) / 2 - p, c(1e-9, 4 * x + 20),
                              tol = 1e-13)$root
for (l in c(.95, .9)) { o <- c(0, 1, 2, 5, 14, 40, 240); e <- c(.3, .4, 3.2, 4.1, 20.5, 33, 260)
  a <- (1 - l) / 2
  case(paste("mid-p", l), "standardise", data.frame(group = letters[1:7], events = o, expected = e),
    by_row(data.frame(lower = ifelse(o == 0, 0, sapply(o, function(x) if (x == 0) 0 else
      mid(x, 1 - a))) / e, upper = sapply(o, mid, p = a) / e), "groups"),
    list(interval = "mid-p", level = l), tolerance = 1e-8)
}
# Funnel: tails by R's distributions, interpolated; z, phi and tau2 as published.
set.seed(5)
for (k in 1:4) {
  g <- c(12, 30, 60, 15)[k]; n <- round(exp(runif(g, 3, 7)))
  x <- rbinom(g, n, plogis(rnorm(g, -1.5, c(.01, .3, .6, .2)[k]))); t <- sum(x) / sum(n)
  lim <- function(p) { r <- qbinom(p, n, t); a <- (pbinom(r, n, t) - p) /
    (pbinom(r, n, t) - pbinom(r - 1, n, t)); (r - a) / n }
  z <- (asin(sqrt(x / n)) - asin(sqrt(t))) * 2 * sqrt(n)
  q <- quantile(z, c(.1, .9)); w <- pmin(q[2], pmax(q[1], z)); phi <- mean(w^2); wt <- 4 * n
  tau2 <- max(0, (g * phi - (g - 1)) / (sum(wt) - sum(wt^2) / sum(wt)))
  e <- by_row(data.frame(z = z, limits.0.lower = lim(.025), limits.0.upper = lim(.975),
    limits.1.lower = lim(.001), limits.1.upper = lim(.999),
    `z-adjusted` = z / (2 * sqrt(n)) / sqrt(1 / (4 * n) + tau2), check.names = FALSE))
  case(paste("proportions", k), "funnel", data.frame(x = x, n = n),
       c(e, list(target = t, phi = phi, tau2 = tau2)))
  ex <- round(runif(g, 2, 80), 2); o <- rpois(g, ex * exp(rnorm(g, 0, .2)))
  lim <- function(p) { r <- qpois(p, ex); a <- (ppois(r, ex) - p) / dpois(r, ex); (r - a) / ex }
  z <- (sqrt(o / ex) - 1) * 2 * sqrt(ex)
  kk <- 10; sp <- floor(rank(z) * kk / (g + 1)); keep <- sp > 0 & sp < kk - 1
  phi <- mean(z[keep]^2); wt <- 4 * ex[keep]; m <- sum(keep)
  tau2 <- max(0, (m * phi - (m - 1)) / (sum(wt) - sum(wt^2) / sum(wt)))
  e <- by_row(data.frame(z = z, limits.0.lower = lim(.025), limits.0.upper = lim(.975),
    `limits.0.lower-adjusted` = pmax(0, 1 - qnorm(.975) * sqrt(1 / (4 * ex) + tau2))^2,
    `limits.0.upper-adjusted` = (1 + qnorm(.975) * sqrt(1 / (4 * ex) + tau2))^2,
    check.names = FALSE))
  case(paste("ratios, truncated", k), "funnel", data.frame(x = o, n = ex),
       c(e, list(phi = phi, tau2 = tau2)), list(kind = "ratio", target = 1, extremes = "truncate"))
}
# Empirical Bayes.
set.seed(8)
for (k in 1:3) {
  g <- 15 * k; pop <- round(runif(g, 500, 20000)); x <- rpois(g, pop * rgamma(g, 4, 1000))
  eb <- EBest(x, pop, family = "poisson")
  case(paste("marshall", k), "empirical-bayes", data.frame(observed = x, expected = pop),
       by_row(data.frame(raw = eb$raw, shrunken = eb$estmm)), list(model = "marshall"))
  y <- rnorm(g, .3, .4); se <- runif(g, .1, .5)
  for (b in c("reml", "moments")) {
    f <- rma(y, sei = se, method = if (b == "reml") "REML" else "DL",
             control = list(threshold = 1e-12, maxiter = 1000))
    p <- blup(f)
    case(paste("normal", b, k), "empirical-bayes", data.frame(estimate = y, se = se),
      c(by_row(data.frame(shrunken = p$pred, se = p$se, lower = p$pi.lb, upper = p$pi.ub)),
        list(mean = as.numeric(f$b), `mean-se` = f$se, tau2 = f$tau2)),
      list(model = "normal", between = b), tolerance = 1e-6)
  }
  # Clayton-Kaldor: the fixed point of the published recursion.
  ex <- pop * sum(x) / sum(pop); th <- x / ex; m <- mean(th); v <- var(th)
  for (i in 1:5000) { nu <- m^2 / v; al <- m / v; th <- (x + nu) / (ex + al); m <- mean(th)
    v <- sum((1 + al / ex) * (th - m)^2) / (g - 1) }
  case(paste("gamma-poisson", k), "empirical-bayes",
    data.frame(observed = x, expected = format(ex, digits = 16, trim = TRUE)),
    c(by_row(data.frame(shrunken = th, lower = qgamma(.025, x + nu, ex + al),
      upper = qgamma(.975, x + nu, ex + al))), list(nu = nu, alpha = al)), tolerance = 1e-6)
}
write_cases("comparison.json", c("epitools", "epiR", "spdep", "metafor"))
