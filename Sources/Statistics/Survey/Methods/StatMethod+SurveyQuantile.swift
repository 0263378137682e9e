extension StatMethod {
    /// Quantiles from a sample.
    static let surveyQuantile = StatMethod(
        "survey-quantile",
        "Quantiles from a sample, with Woodruff's interval.",
        reference: "Woodruff 1952; Francisco and Fuller 1991; R survey 4.1 svyquantile",
        columns: SurveyQuestion.designColumns,
        otherColumns: "the variables named in the option variables",
        options: [
            SurveyQuestion.variables,
            Option("probabilities", .array([.number(0.5)]), "the probabilities, above 0 below 1"),
            Option("rule", oneOf: QuantileRule.allCases.map(\.rawValue), "how it is read off"),
            Option(
                "share-interval",
                oneOf: ["mean", "beta", "xlogit", "asin"],
                "the interval of the share under the quantile"
            ),
        ] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let question = try SurveyQuestion(input)
        let names = try question.names("variables")
        let probabilities = try input.numbers("probabilities")
        guard !probabilities.isEmpty, probabilities.allSatisfy({ $0 > 0 && $0 < 1 }) else {
            throw .badOption(name: "probabilities", expected: "numbers above 0 and below 1")
        }
        let rule: QuantileRule = try input.choice("rule")
        let interval: SurveyProportionInterval = try input.choice("share-interval")
        let (parts, warnings) = try question.parts(names)
        var result = MethodResult(
            convention: question.convention(
                "quantile rule \(rule.rawValue)",
                "Woodruff interval by \(interval.rawValue)"
            ),
            n: question.design.count,
            warnings: warnings
        )
        var rows: [JSONValue] = []
        for part in parts {
            for (name, values) in zip(names, part.variables) {
                for probability in probabilities {
                    let found = part.design.quantile(
                        values,
                        at: probability,
                        rule: rule,
                        interval: interval,
                        reference: question.reference,
                        level: question.level
                    )
                    var row: [String: JSONValue] = [
                        "variable": .string(name),
                        "probability": .number(probability),
                        "estimate": JSONValue(found.estimate),
                        "lower": JSONValue(found.lower),
                        "upper": JSONValue(found.upper),
                        "se": JSONValue(found.standardError),
                        "df": .integer(part.design.degreesOfFreedom),
                        "n": .integer(part.design.rowsInDomain),
                    ]
                    if let domain = part.domain { row["domain"] = .string(domain) }
                    rows.append(.object(row))
                    result.warnings += found.warnings.filter { !result.warnings.contains($0) }
                }
            }
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
