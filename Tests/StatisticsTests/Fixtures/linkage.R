source("fixture.R")
library(stringdist)
set.seed(9)
# EM for independent fields, by an R loop of its own.
em <- function(G, w) { p <- .1; G <- as.matrix(G); k <- ncol(G); m <- rep(.9, k); u <- rep(.1, k); A <- !is.na(G)
  G0 <- ifelse(A, G, 0)
  for (i in 1:200000) {
    lm <- log(p) + G0 %*% log(m) + (A - G0) %*% log(1 - m)
    lu <- log(1 - p) + G0 %*% log(u) + (A - G0) %*% log(1 - u)
    g <- as.vector(1 / (1 + exp(lu - lm))); o <- c(p, m, u)
    p <- sum(w * g) / sum(w); m <- colSums(w * g * G0) / colSums(w * g * A)
    u <- colSums(w * (1 - g) * G0) / colSums(w * (1 - g) * A)
    if (max(abs(c(p, m, u) - o)) < 1e-14) break }
  list(p = p, m = m, u = u) }
for (k in 1:3) {
  f <- 3 + (k > 1); N <- 4000; match <- runif(N) < .15
  G <- sapply(1:f, function(j) rbinom(N, 1, ifelse(match, .95 - .05 * j, .05 * j)))
  if (k == 3) G[runif(N) < .2, 2] <- NA
  a <- aggregate(list(count = rep(1, N)), by = lapply(as.data.frame(G), function(x)
    ifelse(is.na(x), "", x)), sum)
  names(a)[1:f] <- c("name", "birth", "postcode", "sex")[1:f]
  P <- as.data.frame(lapply(a[1:f], function(x) suppressWarnings(as.numeric(x)))); r <- em(P, a$count)
  case(paste("em", k), "linkage-em", a, c(by_row(data.frame(m = r$m, u = r$u,
    `agreement-weight` = log2(r$m / r$u), check.names = FALSE), "fields"), list(share = r$p)),
    tolerance = 1e-6)
}
words <- function() paste(sample(letters[1:7], sample(1:12, 1), TRUE), collapse = "")
a <- replicate(150, words()); b <- replicate(150, words())
a <- c(a, "MARTHA", "DIXON", "DWAYNE", "JONES", "\u00e9lise"); b <- c(b, "MARHTA", "DICKSONX",
  "DUANE", "JOHNSON", "elise")
d <- data.frame(a, b)
case("levenshtein", "string-distance", d, by_row(data.frame(distance = stringdist(a, b, "lv"))),
     list(measure = "levenshtein"))
# stringdist counts half a transposition too; jellyfish, in python.py, does not.
case("jaro", "string-distance", d, by_row(data.frame(distance = stringdist(a, b, "jw", p = 0))),
     list(measure = "jaro", transpositions = "half"))
case("jaro-winkler", "string-distance", d, by_row(data.frame(
  distance = stringdist(a, b, "jw", p = .1))), list(transpositions = "half"))
write_cases("linkage.json", "stringdist")
