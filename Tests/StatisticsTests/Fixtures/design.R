source("fixture.R")
# Power and sizes: R's stats, and the formulas of Valliant, Dever and Kreuter 2018 (nContMoe, nPropMoe
# of PracTools), here written out. Reliable change: the formulas of clinicalsignificance 3, written out.
# R-indicator: glm, and its influence function as data to survey. Light: the mean of psych's kappas.
suppressMessages({library(survey); library(psych)})
p <- data.frame(difference = c(1, 2, 5, 0.5), sd = c(3, 4, 5, 1), n = c(50, 64, 12, 100))
case("power t", "power", p, by_row(data.frame(power = mapply(function(d, s, n)
  power.t.test(n = n, delta = d, sd = s, strict = TRUE)$power, p$difference, p$sd, p$n))), list(goal = "two-means"))
case("size t", "sample-size", p[1:2], by_row(data.frame(n = mapply(function(d, s)
  power.t.test(power = 0.9, delta = d, sd = s, strict = TRUE, tol = 1e-12)$n, p$difference, p$sd))),
  list(goal = "two-means", power = 0.9), tolerance = 1e-6)
q <- data.frame(proportion = c(0.5, 0.1, 0.3), proportion2 = c(0.75, 0.15, 0.2), n = c(58, 686, 293))
case("power proportions", "power", q, by_row(data.frame(power = mapply(function(a, b, n)
  power.prop.test(n = n, p1 = a, p2 = b)$power, q$proportion, q$proportion2, q$n))), list(goal = "two-proportions"))
case("size proportions", "sample-size", q[1:2], by_row(data.frame(n = mapply(function(a, b)
  power.prop.test(p1 = a, p2 = b, power = 0.8, tol = 1e-12)$n, q$proportion, q$proportion2))), list(goal = "two-proportions"), tolerance = 1e-6)
s <- data.frame(sd = c(10, 250), margin = c(1, 20), population = c(1000, 80000), `cluster-size` = c(1, 5), icc = c(0, 0.05), check.names = FALSE)
z <- qnorm(0.975); n0 <- z^2 * s$sd^2 / (s$margin^2 + z^2 * s$sd^2 / s$population)
case("size mean", "sample-size", s, by_row(data.frame(`n-simple` = n0, n = n0 * (1 + (s[["cluster-size"]] - 1) * s$icc), check.names = FALSE)), list(goal = "mean"))
f <- data.frame(proportion = c(0.5, 0.1), margin = c(0.05, 0.02), population = c(500, 2000)); pq <- f$proportion * (1 - f$proportion); N <- f$population
case("size proportion", "sample-size", f, by_row(data.frame(n = N / (N - 1) * z^2 * pq / (f$margin^2 + z^2 * pq / (N - 1)))))
w <- mapply(function(p, e) uniroot(function(n) z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n) - e, c(1, 1e6), tol = 1e-10)$root, f$proportion, f$margin)
case("size wilson", "sample-size", f[1:2], by_row(data.frame(n = w)), list(width = "wilson"), tolerance = 1e-8)
# Reliable change.
set.seed(11); pre <- round(rnorm(30, 40, 8), 1); d <- data.frame(pre = pre, post = round(pre * 0.6 + rnorm(30, 22, 6), 1))
m <- mean(d$pre); sd1 <- sd(d$pre); r <- 0.82; r2 <- 0.88; sem <- sd1 * sqrt(1 - r)
m2 <- mean(d$post); sd2 <- sd(d$post); rx <- function(x) (x^2 - sem^2) / x^2; co <- cor(d$pre, d$post)
rdd <- (sd1^2 * rx(sd1) + sd2^2 * rx(sd2) - 2 * sd1 * sd2 * co) / (sd1^2 + sd2^2 - 2 * sd1 * sd2 * co)
rci <- list(JT = (d$post - d$pre) / sqrt(2 * sem^2), GLN = (d$post - m - r * (d$pre - m)) / (sd1 * sqrt(1 - r^2)),
  HLL = (d$post - m2 - r * (d$pre - m)) / (sd1 * sqrt(1 - r^2)), EN = (d$post - (r * (d$pre - m) + m)) / sem,
  NK = (d$post - (r * (d$pre - m) + m)) / sqrt(r^2 * sd1^2 * (1 - r) + sd1^2 * (1 - r2)),
  HA = ((d$post - d$pre) * rdd + (m2 - m) * (1 - rdd)) / (sqrt(rdd) * sqrt(2 * sem^2)))
fm <- 60; fs <- 7.5
for (n in names(rci)) {
  e <- by_row(data.frame(rci = rci[[n]]), "persons")
  k <- function(x) if (n == "HA") x * sqrt(rx(x)) else x
  cut <- (k(sd1) * fm + k(fs) * m) / (k(sd1) + k(fs)); e[["cutoff"]] <- cut
  crit <- if (n == "HA") 1.645 else 1.96; up <- rci[[n]] > crit; down <- rci[[n]] < -crit
  functional <- if (n == "HA") (m2 + (d$post - m2) * rx(sd2) - cut) / (sqrt(rx(sd2)) * sem) > crit else d$post > cut
  rec <- up & d$pre < cut & functional; harm <- down & d$pre >= cut & d$post <= cut & n != "HA"
  e[["classes.0.count"]] <- sum(rec); e[["classes.1.count"]] <- sum(up & !rec); e[["classes.2.count"]] <- sum(!up & !down)
  e[["classes.3.count"]] <- sum(down & !harm); e[["classes.4.count"]] <- sum(harm)
  case(paste("reliable change", n), "reliable-change", d, e, list(method = n, reliability = r, `reliability-post` = r2,
    cutoff = "c", `functional-mean` = fm, `functional-sd` = fs))
}
case("cut-off a", "reliable-change", d, list(cutoff = m + 2 * sd1), list(reliability = r, cutoff = "a"))
case("cut-off b of the R package", "reliable-change", d, list(cutoff = fm - 2 * sd1), list(reliability = r, cutoff = "b",
  `functional-mean` = fm, `functional-sd` = fs, `cutoff-b-sd` = "clinical"))
# R-indicator.
set.seed(21); n <- 400
x <- data.frame(weight = round(runif(n, 5, 20), 2), sex = sample(c("f", "m"), n, TRUE), age = sample(c("a", "b", "c"), n, TRUE))
x$response <- rbinom(n, 1, plogis(-0.2 + 0.6 * (x$sex == "m") - 0.5 * (x$age == "b") + 0.3 * (x$age == "c")))
g <- suppressWarnings(glm(response ~ sex + age, binomial, x, weights = weight, control = list(epsilon = 1e-15, maxit = 50)))
rho <- fitted(g); W <- sum(x$weight); mr <- sum(x$weight * rho) / W; S2 <- sum(x$weight * (rho - mr)^2) / (W - 1)
X <- model.matrix(g); A <- solve(t(X) %*% (X * x$weight * rho * (1 - rho)))
G <- colSums(2 * x$weight * (rho - mr) * rho * (1 - rho) * X) / W
inf <- x$weight * (((rho - mr)^2 - S2) / W + drop(X %*% (A %*% G)) * (x$response - rho))
se <- sqrt(n / (n - 1) * sum((inf - mean(inf))^2)) / sqrt(S2)
Z <- X * rho * (1 - rho); I <- solve(t(X) %*% Z); adj <- (1 + 1 / n - 1 / W) * S2 - mean(rowSums((Z %*% I) * Z))
other <- ave(x$weight * rho, x$age, FUN = sum) / ave(x$weight, x$age, FUN = sum)
bysex <- tapply(x$weight * rho, x$sex, sum) / tapply(x$weight, x$sex, sum); sh <- tapply(x$weight, x$sex, sum) / W
case("r-indicator", "r-indicator", x, list(estimate = 1 - 2 * sqrt(S2), adjusted = 1 - 2 * sqrt(adj), se = se, `mean-propensity` = mr,
  partial.0.unconditional = sqrt(sum(sh * (bysex - mr)^2)), partial.0.conditional = sqrt(sum(x$weight * (rho - other)^2) / (W - 1)),
  partial.0.categories.1.unconditional = sqrt(sh[["m"]]) * (bysex[["m"]] - mr)), list(traits = c("sex", "age")), tolerance = 1e-6)
# Light's kappa.
set.seed(4); t <- sample(1:3, 40, TRUE); l <- as.data.frame(sapply(1:4, function(i) ifelse(runif(40) < .75, t, sample(1:3, 40, TRUE))))
ks <- combn(4, 2, function(i) cohen.kappa(l[, i])$kappa)
case("light", "light", l, list(estimate = mean(ks)))
write_cases("design.json", c("survey", "psych"))
