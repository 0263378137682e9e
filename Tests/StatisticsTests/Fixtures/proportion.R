source("fixture.R")
# Wilson: prop.test without correction. Clopper-Pearson: binom.test. The rest from R's own quantiles.
d <- data.frame(x = c(0, 1, 3, 7, 10, 25, 999), n = c(10, 10, 10, 20, 10, 400, 1000))
for (level in c(0.95, 0.9)) {
  w <- t(mapply(function(x, n) suppressWarnings(
    prop.test(x, n, correct = FALSE, conf.level = level)$conf.int), d$x, d$n))
  case("wilson", "proportion", d, by_row(data.frame(estimate = d$x / d$n, lower = w[, 1],
       upper = w[, 2])), list(level = level))
  e <- t(mapply(function(x, n) binom.test(x, n, conf.level = level)$conf.int, d$x, d$n))
  case("exact", "proportion", d, by_row(data.frame(lower = e[, 1], upper = e[, 2])),
       list(interval = "clopper-pearson", level = level))
  a <- (1 - level) / 2
  j <- data.frame(lower = ifelse(d$x == 0, 0, qbeta(a, d$x + .5, d$n - d$x + .5)),
                  upper = ifelse(d$x == d$n, 1, qbeta(1 - a, d$x + .5, d$n - d$x + .5)))
  case("jeffreys", "proportion", d, by_row(j), list(interval = "jeffreys", level = level))
  z <- qnorm(1 - a); nt <- d$n + z^2; pt <- (d$x + z^2 / 2) / nt
  ac <- data.frame(lower = pt - z * sqrt(pt * (1 - pt) / nt),
                   upper = pt + z * sqrt(pt * (1 - pt) / nt))
  case("agresti-coull", "proportion", d, by_row(ac),
       list(interval = "agresti-coull", level = level))
  s <- d[d$x > 0 & d$x < d$n, ]
  f <- t(mapply(function(x, n) { m <- glm(cbind(x, n - x) ~ 1, family = binomial,
    control = list(epsilon = 1e-14)); plogis(coef(m) + c(-z, z) * sqrt(vcov(m)[1, 1])) }, s$x, s$n))
  case("logit", "proportion", s, by_row(data.frame(lower = f[, 1], upper = f[, 2])),
       list(interval = "logit", level = level), tolerance = 1e-8)
}
write_cases("proportion.json")
