# Writes what R finds to JSON that ReferenceTests reads. Sourced by the scripts beside it; run them
# in this folder: Rscript proportion.R
library(jsonlite)
cases <- list()
csv_of <- function(frame) paste(capture.output(
  write.csv(frame, row.names = FALSE, quote = FALSE, na = "")), collapse = "\n")
# `expected`: numbers by path; NA where the result must be undefined.
case <- function(name, method, data, expected, options = NULL, tables = NULL, tolerance = 1e-9) {
  stopifnot(!any(sapply(expected, is.nan)))
  one <- list(name = name, method = method,
              csv = if (is.data.frame(data)) csv_of(data) else data,
              tolerance = tolerance, expected = as.list(expected))
  if (!is.null(options)) one$options <- options
  if (!is.null(tables)) one$tables <- lapply(tables, csv_of)
  cases[[length(cases) + 1]] <<- one
}
# Names c(a = 1) rows "rows.0.a" and so on, from a data frame with a row for each.
by_row <- function(frame, list_name = "rows", every = 1) {
  out <- list()
  for (i in seq(1, nrow(frame), every)) for (n in names(frame))
    out[[paste(list_name, i - 1, n, sep = ".")]] <- frame[[n]][i]
  out
}
write_cases <- function(file, packages = character()) {
  source <- paste(c(R.version.string, vapply(packages, function(p)
    paste(p, as.character(packageVersion(p))), "")), collapse = ", ")
  writeLines(toJSON(list(source = source, cases = cases), auto_unbox = TRUE, digits = I(17),
                    na = "null", null = "null", pretty = 1), file)
}
