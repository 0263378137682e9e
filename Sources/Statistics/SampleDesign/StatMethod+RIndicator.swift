extension StatMethod {
    /// Representativeness of response.
    static let rIndicator = StatMethod(
        "r-indicator",
        "The R-indicator of a response, with partial indicators of the traits.",
        reference: "Schouten, Cobben and Bethlehem 2009; Shlomo, Skinner and Schouten 2012",
        columns: SurveyQuestion.designColumns.filter { $0.name != "domain" } + [
            Column("response", "1 when it responded, 0 when not")
        ],
        otherColumns: "the traits named in the option traits, each with categories",
        options: [Option("traits", .array([]), "columns known of all who were sampled")]
            + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let response = try input.table.numbers("response")
        for (row, value) in response.enumerated() where value != 0 && value != 1 {
            throw .outOfRange(row: row + 2, column: "response", expected: "0 or 1")
        }
        let question: SurveyQuestion
        // Without weights each row stands for one element.
        if input.table.has("weight") || input.table.has("prob") || input.table.has("fpc") {
            question = try SurveyQuestion(input)
        } else {
            question = try SurveyQuestion(
                input,
                weights: Array(repeating: 1, count: response.count)
            )
        }
        var traits: [RIndicator.Trait] = []
        for name in try question.names("traits") {
            traits.append(.init(name: name, categories: try input.table.texts(name)))
        }
        let found = try RIndicator(response: response, traits: traits, design: question.design)
        var result = MethodResult(
            convention: question.convention("logistic main effects", "error by linearisation"),
            n: response.count
        )
        result.results = [
            "estimate": .number(found.estimate),
            "adjusted": JSONValue(found.adjusted),
            "se": JSONValue(found.standardError),
            "mean-propensity": .number(found.meanPropensity),
            "spread": .number(found.spread),
            "partial": .array(found.partials.map(\.json)),
        ]
        if let error = found.standardError,
            let quantile = question.reference.quantile(
                level: question.level,
                df: question.design.degreesOfFreedom
            )
        {
            result.results["lower"] = .number(found.estimate - quantile * error)
            result.results["upper"] = .number(min(found.estimate + quantile * error, 1))
        } else {
            result.results["lower"] = .null
            result.results["upper"] = .null
        }
        if found.adjusted == nil {
            result.warnings.append(
                "The spread of response is no larger than chance makes it, so the adjusted "
                    + "indicator is undefined."
            )
        }
        return result
    }
}

extension RIndicator.Partial {
    fileprivate var json: JSONValue {
        .object([
            "trait": .string(name),
            "unconditional": .number(unconditional),
            "conditional": .number(conditional),
            "categories": .array(
                categories.map { category in
                    .object([
                        "category": .string(category.name),
                        "unconditional": .number(category.unconditional),
                        "conditional": .number(category.conditional),
                    ])
                }
            ),
        ])
    }
}
