# R's survey package on the data of bootstrap.py: 1 000 Rao-Wu replicates (subbootstrap), then means
# of 40 items with their standard errors. Reading the file is not timed.
suppressMessages(library(survey))
file <- commandArgs(TRUE)[1]
d <- read.csv(file)
items <- grep("^item", names(d), value = TRUE)
set.seed(1)
begin <- proc.time()
design <- svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d)
replicates <- as.svrepdesign(design, type = "subbootstrap", replicates = 1000)
made <- proc.time()
found <- svymean(as.formula(paste("~", paste(items, collapse = "+"))), replicates)
end <- proc.time()
cat(sprintf('{"replicates": %.3f, "total": %.3f, "first_se": %.17g}\n', (made - begin)[["elapsed"]],
  (end - begin)[["elapsed"]], SE(found)[1]))
