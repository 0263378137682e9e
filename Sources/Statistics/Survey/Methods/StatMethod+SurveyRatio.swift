extension StatMethod {
    /// The ratio of two totals.
    static let surveyRatio = StatMethod(
        "survey-ratio",
        "The ratio of two totals from a sample.",
        reference: "Särndal et al. 1992 §5.6; R survey 4.1 svyratio",
        columns: SurveyQuestion.designColumns + [
            Column("numerator", "the variable above the line"),
            Column("denominator", "the variable below the line"),
        ],
        options: [SurveyQuestion.effect] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let base: SurveyDesign.DesignEffectBase = try input.choice("deff")
        let question = try SurveyQuestion(input)
        let (parts, warnings) = try question.parts(["numerator", "denominator"])
        var result = MethodResult(
            convention: question.convention("Taylor", "design effect \(base.rawValue)"),
            n: question.design.count,
            warnings: warnings
        )
        var rows: [JSONValue] = []
        for part in parts {
            let found = part.design.ratio(
                part.variables[0],
                part.variables[1],
                designEffect: base
            )
            rows += found.rows(
                names: ["numerator/denominator"],
                domain: part.domain,
                withEffect: true,
                question.reference,
                level: question.level
            )
            result.warnings += found.warnings.filter { !result.warnings.contains($0) }
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
