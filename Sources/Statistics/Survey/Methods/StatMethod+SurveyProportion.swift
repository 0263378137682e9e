extension StatMethod {
    /// Proportions from a sample.
    static let surveyProportion = StatMethod(
        "survey-proportion",
        "Proportions from a sample, with intervals that stay within 0 and 1.",
        reference: "Korn and Graubard 1998; Dean and Pagano 2015; R survey 4.1 svyciprop",
        columns: SurveyQuestion.designColumns,
        otherColumns: "the variables named in the option variables, 0 or 1",
        options: [
            SurveyQuestion.variables,
            Option(
                "method",
                oneOf: SurveyProportionInterval.allCases.map(\.rawValue),
                "the interval"
            ),
            SurveyQuestion.effect,
        ] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let question = try SurveyQuestion(input)
        let names = try question.names("variables")
        let method: SurveyProportionInterval = try input.choice("method")
        let base: SurveyDesign.DesignEffectBase = try input.choice("deff")
        for name in names {
            for (row, value) in try input.table.optionalNumbers(name).enumerated() {
                guard let value, value != 0, value != 1 else { continue }
                throw .outOfRange(row: row + 2, column: name, expected: "0 or 1")
            }
        }
        let (parts, warnings) = try question.parts(names)
        var result = MethodResult(
            convention: question.convention("\(method.rawValue) interval"),
            n: question.design.count,
            warnings: warnings
        )
        var rows: [JSONValue] = []
        for part in parts {
            for (name, trait) in zip(names, part.variables) {
                let found = part.design.proportion(
                    trait,
                    method,
                    level: question.level,
                    reference: question.reference,
                    designEffect: base
                )
                var row = found.estimate.json(question.reference, level: question.level)
                row["variable"] = .string(name)
                row["lower"] = JSONValue(found.interval?.lower)
                row["upper"] = JSONValue(found.interval?.upper)
                row["deff"] = JSONValue(found.estimate.designEffect)
                if let size = found.effectiveSize { row["effective-n"] = .number(size) }
                if let domain = part.domain { row["domain"] = .string(domain) }
                rows.append(.object(row))
                result.warnings += found.warnings.filter { !result.warnings.contains($0) }
            }
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
