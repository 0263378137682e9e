extension StatMethod {
    /// Totals from a sample.
    static let surveyTotal = StatMethod(
        "survey-total",
        "Totals from a sample, with their standard errors.",
        reference: "Horvitz and Thompson 1952; Särndal et al. 1992; R survey 4.1 svytotal",
        columns: SurveyQuestion.designColumns,
        otherColumns: "the variables named in the option variables",
        options: [SurveyQuestion.variables, SurveyQuestion.effect] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let base: SurveyDesign.DesignEffectBase = try input.choice("deff")
        return try surveyEstimates(input, "Horvitz-Thompson") {
            $0.total($1, designEffect: base)
        }
    }

    /// Means and proportions from a sample.
    static let surveyMean = StatMethod(
        "survey-mean",
        "Means from a sample, with their standard errors.",
        reference: "Hájek 1971; Särndal et al. 1992; R survey 4.1 svymean",
        columns: SurveyQuestion.designColumns,
        otherColumns: "the variables named in the option variables",
        options: [SurveyQuestion.variables, SurveyQuestion.effect] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let base: SurveyDesign.DesignEffectBase = try input.choice("deff")
        return try surveyEstimates(input, "Hájek") { $0.mean($1, designEffect: base) }
    }

    private static func surveyEstimates(
        _ input: MethodInput,
        _ estimator: String,
        _ estimate: (SurveyDesign, [[Double]]) -> SurveyEstimates
    ) throws(StatisticsError) -> MethodResult {
        let question = try SurveyQuestion(input)
        let names = try question.names("variables")
        let (parts, warnings) = try question.parts(names)
        var result = MethodResult(
            convention: question.convention(
                estimator,
                "design effect \(try input.text("deff"))"
            ),
            n: question.design.count,
            warnings: warnings
        )
        var rows: [JSONValue] = []
        for part in parts {
            let found = estimate(part.design, part.variables)
            rows += found.rows(
                names: names,
                domain: part.domain,
                withEffect: true,
                question.reference,
                level: question.level
            )
            result.warnings += found.warnings.filter { !result.warnings.contains($0) }
            if part.domain == nil { result.results["covariance"] = found.covarianceRows }
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
