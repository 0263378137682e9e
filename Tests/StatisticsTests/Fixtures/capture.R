source("fixture.R")
# Log-linear models by R's glm; profile of the multinomial likelihood by R's own search.
models3 <- list(integer(0), 3, 5, 6, c(3, 5), c(3, 6), c(5, 6), c(3, 5, 6))
one <- function(d, lists, terms) {
  X <- sapply(lists, function(l) d[[l]]); bits <- 2^(seq_along(lists) - 1)
  cell <- as.integer(X %*% bits); y <- d$count
  over <- sapply(terms, function(t) sum(y[bitwAnd(cell, t) == t]))
  gone <- terms[over == 0]; keep <- !sapply(cell, function(c) any(bitwAnd(c, gone) == gone))
  if (!length(gone)) keep[] <- TRUE
  D <- cbind(1, X, sapply(setdiff(terms, gone), function(t) as.numeric(bitwAnd(cell, t) == t)))
  if (is.list(D)) D <- cbind(1, X)
  D <- matrix(as.numeric(D), nrow(d)); Dk <- D[keep, , drop = FALSE]; yk <- y[keep]
  fit <- function(D, y) suppressWarnings(glm.fit(D, y, family = poisson(),
    control = list(epsilon = 1e-14, maxit = 200)))
  f <- fit(Dk, yk); b <- f$coefficients[1]; mu <- f$fitted.values
  v <- solve(t(Dk) %*% (Dk * mu))[1, 1]; n <- sum(y)
  ll <- sum(dpois(yk, mu, log = TRUE)); k <- ncol(D) + length(gone)
  prof <- function(h) { Dh <- rbind(Dk, c(1, rep(0, ncol(Dk) - 1))); yh <- c(yk, h)
    m <- fit(Dh, yh)$fitted.values; N <- n + h
    lgamma(N + 1) - lgamma(h + 1) + sum(ifelse(yh > 0, yh * log(m / N), 0)) }
  h0 <- exp(b)
  top <- optimize(prof, c(h0 / 5, h0 * 3), maximum = TRUE, tol = 1e-9 * h0)
  g <- function(h) prof(h) - top$objective + qchisq(.95, 1) / 2
  lo <- if (g(1e-6) > 0) 0 else uniroot(g, c(1e-6, top$maximum), tol = 1e-10 * h0)$root
  up <- uniroot(g, c(top$maximum, h0 * 18), tol = 1e-10 * h0)$root
  list(estimate = unname(n + h0), se = unname(sqrt(h0 + h0^2 * v)),
       deviance = 2 * sum(ifelse(yk > 0, yk * log(yk / mu), 0) - (yk - mu)),
       aic = 2 * k - 2 * ll, bic = log(n) * k - 2 * ll, `profile-estimate` = n + top$maximum,
       lower = n + lo, upper = n + up)
}
run <- function(name, d, terms, order) {
  lists <- setdiff(names(d), "count")
  r <- lapply(terms, function(t) one(d, lists, t))
  by <- order(round(1e7 * sapply(r, function(x) x[[order]]))) # ties by their place
  e <- list()
  for (i in seq_along(by)) for (w in names(r[[by[i]]])) {
    e[[paste("models", i - 1, w, sep = ".")]] <- r[[by[i]]][[w]] }
  case(name, "multiple-systems", d, e, list(criterion = order, show = 50L), tolerance = 1e-6)
}
# Spina bifida in upstate New York: birth certificates, death certificates, rehabilitation (Hook,
# Albright and Cross 1980, Am. J. Epidemiol. 112:750-758).
hook <- data.frame(birth = c(1,1,1,0,0,0,1), death = c(1,1,0,1,0,1,0), rehab = c(1,0,1,1,1,0,0),
                   count = c(12, 142, 112, 4, 60, 49, 247))
run("three lists", hook, models3, "bic"); run("three lists, AIC", hook, models3, "aic")
thin <- hook; thin$count[c(1, 3)] <- 0 # birth and rehab never overlap; 3 + 6 then runs to infinity
run("empty overlap", thin, list(integer(0), 3, 6, 5, c(3, 5), c(5, 6)), "bic")
# Two lists.
n1 <- c(200, 50, 12, 30); n2 <- c(120, 60, 9, 30); m <- c(40, 3, 9, 30)
ch <- (n1 + 1) * (n2 + 1) / (m + 1) - 1; v <- (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) /
  ((m + 1)^2 * (m + 2)); s <- n1 + n2 - m
C <- exp(qnorm(.975) * sqrt(log(1 + v / (ch - s)^2)))
case("chapman", "capture-recapture", data.frame(n1, n2, m), by_row(data.frame(estimate = ch,
  se = sqrt(v), lower = ifelse(ch == s, s, s + (ch - s) / C),
  upper = ifelse(ch == s, s, s + (ch - s) * C))))
write_cases("capture.json")
