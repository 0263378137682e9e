source("fixture.R")
set.seed(3)
for (k in 1:4) {
  n <- 8 + 4 * k; t <- 2000 + sort(sample(1:40, n)); e <- round(runif(n, 500, 2000))
  y <- rpois(n, e * exp(-4 + .03 * (t - 2000)))
  for (q in c(FALSE, TRUE)) {
    f <- glm(y ~ t + offset(log(e)), family = if (q) quasipoisson else poisson,
             control = list(epsilon = 1e-14, maxit = 100))
    s <- summary(f)$coefficients; r <- if (q) qt(.975, n - 2) else qnorm(.975)
    case(paste("glm", q, k), "trend", data.frame(time = t, value = y, n = e),
      c(groups.0.slope = s[2, 1], groups.0.se = s[2, 2], groups.0.intercept = s[1, 1],
        groups.0.statistic = s[2, 3], groups.0.p = s[2, 4], groups.0.deviance = deviance(f),
        groups.0.upper = s[2, 1] + r * s[2, 2],
        groups.0.dispersion = sum(residuals(f, "pearson")^2) / (n - 2)),
      list(test = if (q) "quasi-poisson" else "poisson"), tolerance = 1e-6)
  }
  x <- rbinom(n, e, plogis(-2 + .02 * seq_len(n))); p <- prop.trend.test(x, e, t)
  case(paste("armitage", k), "trend", data.frame(time = t, value = x, n = e),
    c(`groups.0.chi-squared` = unname(p$statistic), groups.0.p = p$p.value),
    list(test = "cochran-armitage"), tolerance = 1e-8)
}
# Mann-Kendall against R's Kendall test with ties and continuity; Sen and Pettitt by brute force.
for (k in 1:4) {
  n <- 9 + 7 * k; y <- if (k %% 2) round(rnorm(n) + .1 * seq_len(n), 1) else rnorm(n)
  kt <- suppressWarnings(cor.test(seq_len(n), y, method = "kendall", exact = FALSE,
                                  continuity = TRUE))
  pr <- combn(n, 2); b <- sort((y[pr[2, ]] - y[pr[1, ]]) / (pr[2, ] - pr[1, ]))
  s <- sum(sign(y[pr[2, ]] - y[pr[1, ]])); tt <- as.numeric(table(y))
  v <- (n * (n - 1) * (2 * n + 5) - sum(tt * (tt - 1) * (2 * tt + 5))) / 18
  C <- qnorm(.975) * sqrt(v); kk <- length(b)
  case(paste("mann-kendall", k), "trend", data.frame(value = y),
    c(groups.0.S = s, groups.0.variance = v, groups.0.z = unname(kt$statistic),
      groups.0.p = kt$p.value, groups.0.tau = unname(kt$estimate), groups.0.slope = median(b),
      groups.0.lower = b[round((kk - C) / 2)], groups.0.upper = b[round((kk + C) / 2 + 1)]),
    tolerance = 1e-9)
  u <- 2 * cumsum(rank(y)) - seq_len(n) * (n + 1); K <- max(abs(u))
  case(paste("pettitt", k), "trend", data.frame(value = y),
    c(groups.0.K = K, groups.0.p = min(1, 2 * exp(-6 * K^2 / (n^3 + n^2))),
      groups.0.before = which.max(abs(u))), list(test = "pettitt"))
}
write_cases("trend.json")
