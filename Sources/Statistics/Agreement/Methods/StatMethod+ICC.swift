extension StatMethod {
    /// Intraclass correlations.
    static let icc = StatMethod(
        "icc",
        "The six intraclass correlations of Shrout and Fleiss.",
        reference: "Shrout and Fleiss 1979; McGraw and Wong 1996; R psych ICC(lmer = FALSE)",
        columns: AgreementQuestion.columns,
        otherColumns: "a column of numbers for each rater, a row for each unit",
        options: [AgreementQuestion.raters, .level]
    ) { (input) throws(StatisticsError) in
        let names = try AgreementQuestion.raters(input)
        guard names.count > 1 else {
            throw .notEnough(what: "raters", found: names.count, needed: 2)
        }
        let (table, warnings) = try input.complete(names)
        guard table.count > 1 else {
            throw .notEnough(what: "units rated by all", found: table.count, needed: 2)
        }
        var columns: [[Double]] = []
        for name in names { columns.append(try table.numbers(name)) }
        let rows = (0..<table.count).map { row in columns.map { $0[row] } }
        let level = try input.level()
        var result = MethodResult(
            convention: "F intervals of Shrout and Fleiss; units rated by all",
            n: table.count,
            warnings: warnings
        )
        result.results["rows"] = .array(
            IntraclassCorrelation.all(rows, level: level).map { found in
                .object([
                    "form": .string(found.form.rawValue),
                    "estimate": JSONValue(found.estimate),
                    "f": JSONValue(found.f),
                    "df1": .integer(found.df1),
                    "df2": .integer(found.df2),
                    "p": JSONValue(found.p),
                    "lower": JSONValue(found.interval?.lower),
                    "upper": JSONValue(found.interval?.upper),
                ])
            }
        )
        let means = MeanSquares(rows)
        result.results["between-units"] = .number(means.between)
        result.results["between-raters"] = .number(means.judges)
        result.results["residual"] = .number(means.error)
        result.results["within-units"] = .number(means.within)
        return result
    }
}
