source("fixture.R")
# Cohen's kappa with the error of Fleiss, Cohen and Everitt, and the intraclass correlations, as vcd and psych
# have them; the ratings of Shrout and Fleiss 1979, table 2.
suppressMessages(library(psych)); suppressMessages(library(vcd))
sf <- data.frame(r1 = c(9, 6, 8, 7, 10, 6), r2 = c(2, 1, 4, 1, 5, 2), r3 = c(5, 3, 6, 2, 6, 4), r4 = c(8, 2, 8, 6, 9, 7))
set.seed(5)
truth <- rnorm(25, 50, 10); made <- as.data.frame(sapply(1:5, function(i) round(truth + rnorm(25, i, 6), 2)))
for (d in list(sf, made)) for (level in c(0.95, 0.9)) {
  r <- ICC(d, lmer = FALSE, alpha = 1 - level)$results
  case("icc", "icc", d, by_row(data.frame(estimate = r$ICC, f = r$F, df1 = r$df1, df2 = r$df2, p = r$p,
    lower = r[["lower bound"]], upper = r[["upper bound"]])), list(level = level))
}
for (seed in 1:3) {
  set.seed(seed); t <- sample(1:4, 60, TRUE)
  d <- data.frame(a = ifelse(runif(60) < .7, t, sample(1:4, 60, TRUE)), b = ifelse(runif(60) < .7, t, sample(1:4, 60, TRUE)))
  # psych's weighted error is another one than that of Fleiss, Cohen and Everitt 1969; vcd's is theirs.
  k <- Kappa(table(factor(d$a, 1:4), factor(d$b, 1:4)), weights = "Fleiss-Cohen")
  case("kappa", "kappa", d, list(estimate = k$Unweighted[["value"]], se = k$Unweighted[["ASE"]]), list(error = "fleiss-cohen-everitt"))
  case("kappa", "kappa", d, list(estimate = k$Weighted[["value"]], se = k$Weighted[["ASE"]]), list(error = "fleiss-cohen-everitt", weights = "quadratic"))
}
write_cases("correlation.json", c("psych", "vcd"))
