source("fixture.R")
set.seed(6)
d2 <- 2 / sqrt(pi); mr <- function(x) mean(abs(diff(x)))
for (k in 1:3) {
  g <- 14 + 6 * k; n <- round(runif(g, 40, 900)); x <- rbinom(g, n, plogis(rnorm(g, -2, .25)))
  p <- sum(x) / sum(n); s <- sqrt(p * (1 - p) / n); z <- mr((x / n - p) / s) / d2
  for (prime in c(FALSE, TRUE)) { f <- if (prime) z else 1
    e <- by_row(data.frame(value = x / n, lower = pmax(0, p - 3 * f * s),
      upper = pmin(1, p + 3 * f * s)), "groups.0.points")
    e[["groups.0.centre"]] <- p; if (prime) e[["groups.0.factor"]] <- z
    case(paste("p", prime, k), "control-chart", data.frame(value = x, n = n), e,
         list(chart = if (prime) "p-prime" else "p")) }
  u <- sum(x) / sum(n)
  case(paste("u", k), "control-chart", data.frame(value = x, n = n), by_row(data.frame(
    value = x / n, lower = pmax(0, u - 3 * sqrt(u / n)), upper = u + 3 * sqrt(u / n)),
    "groups.0.points"), list(chart = "u"))
  case(paste("c", k), "control-chart", data.frame(value = x), by_row(data.frame(value = x,
    lower = max(0, mean(x) - 3 * sqrt(mean(x))), upper = mean(x) + 3 * sqrt(mean(x))),
    "groups.0.points"), list(chart = "c"))
  y <- round(rnorm(g, 10, 2) + .05 * seq_len(g), 2); sd <- mr(y) / d2; m <- mean(y)
  r <- rle(sign(y - m)); nu <- sum(y != m)
  case(paste("xmr", k), "control-chart", data.frame(value = y), c(by_row(data.frame(value = y,
    lower = m - 3 * sd, upper = m + 3 * sd), "groups.0.points"), list(groups.0.deviation = sd,
    `groups.0.runs.longest-run` = max(r$lengths), `groups.0.runs.crossings` = length(r$lengths) - 1,
    `groups.0.runs.longest-allowed` = round(log2(nu) + 3),
    `groups.0.runs.fewest-allowed` = qbinom(.05, nu - 1, .5))), list(chart = "xmr"))
  l <- .2; ew <- Reduce(function(a, b) (1 - l) * a + l * b, y, m, accumulate = TRUE)[-1]
  h <- 3 * sd * sqrt(l / (2 - l) * (1 - (1 - l)^(2 * seq_len(g))))
  case(paste("ewma", k), "control-chart", data.frame(value = y), by_row(data.frame(value = ew,
    lower = m - h, upper = m + h), "groups.0.points"), list(chart = "ewma"))
  zz <- (y - m) / sd
  up <- Reduce(function(a, b) max(0, a + b - .5), zz, 0, accumulate = TRUE)[-1]
  dn <- Reduce(function(a, b) max(0, a - b - .5), zz, 0, accumulate = TRUE)[-1]
  case(paste("cusum", k), "control-chart", data.frame(value = y), by_row(data.frame(value = up,
    `lower-sum` = dn, check.names = FALSE), "groups.0.points"), list(chart = "cusum"))
}
# Montgomery, table 9.1 (6th ed. 8.1): 30 values, target 10, sigma 1, k = 1/2, h = 5: the upper sum
# passes 5 at value 29, first at 5.28.
mont <- c(9.45,7.99,9.29,11.66,12.16,10.18,8.04,11.46,9.20,10.34,9.03,11.47,10.51,9.40,10.08,9.37,
  10.62,10.31,8.52,10.84,10.90,9.33,12.29,11.50,10.60,11.08,10.38,11.62,11.31,10.52)
case("Montgomery", "control-chart", data.frame(value = mont), c(groups.0.points.28.value = 5.28,
  groups.0.points.29.value = 5.30, groups.0.points.27.value = 4.47), list(chart = "cusum", target = 10, deviation = 1), tolerance = 1e-9)
write_cases("control.json")
