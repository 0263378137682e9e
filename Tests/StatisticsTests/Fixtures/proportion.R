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
# Score intervals of a difference: the likelihood is maximised by search, not in closed form.
d <- data.frame(x1 = c(56, 9, 5, 7, 0, 40), n1 = c(70, 10, 56, 34, 10, 50),
                x2 = c(48, 3, 0, 1, 3, 41), n2 = c(80, 10, 29, 34, 12, 60))
xlogy <- function(x, y) ifelse(x == 0, 0, x * log(y))
for (name in c("score", "miettinen-nurminen")) {
  lim <- function(x1, n1, x2, n2, side) {
    f <- function(delta) {
      lo <- max(0, -delta); hi <- min(1, 1 - delta)
      ll <- function(p) xlogy(x1, p + delta) + xlogy(n1 - x1, 1 - p - delta) + xlogy(x2, p) +
        xlogy(n2 - x2, 1 - p)
      p2 <- optimize(ll, c(lo, hi), maximum = TRUE, tol = 1e-13)$maximum
      # An end of the range may be better than every place inside.
      if (is.finite(ll(lo)) && ll(lo) >= ll(p2)) p2 <- lo
      if (is.finite(ll(hi)) && ll(hi) >= ll(p2)) p2 <- hi
      p1 <- p2 + delta; v <- p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
      if (name != "score") v <- v * (n1 + n2) / (n1 + n2 - 1)
      (x1 / n1 - x2 / n2 - delta)^2 / v - qnorm(.975)^2
    }
    e <- x1 / n1 - x2 / n2
    uniroot(f, sort(c(e + side * 1e-6, side * (1 - 1e-6))), tol = 1e-12)$root
  }
  case(name, "proportion-difference", d, by_row(data.frame(
    lower = mapply(lim, d$x1, d$n1, d$x2, d$n2, -1),
    upper = mapply(lim, d$x1, d$n1, d$x2, d$n2, 1))), list(interval = name), tolerance = 1e-6)
}
write_cases("proportion.json")
