extension StatMethod {
    /// Cohen's kappa.
    static let kappa = StatMethod(
        "kappa",
        "Cohen's kappa of two raters, weighted or not.",
        reference: "Cohen 1960, 1968; Fleiss, Cohen and Everitt 1969; irrCAC; R vcd Kappa",
        columns: AgreementQuestion.columns,
        otherColumns: AgreementQuestion.otherColumns,
        options: [
            AgreementQuestion.raters,
            AgreementQuestion.categories,
            AgreementQuestion.weights,
            Option(
                "error",
                oneOf: ["gwet", "fleiss-cohen-everitt"],
                "the standard error: linearised over units with t, or the large-sample one with z"
            ),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let question = try AgreementQuestion(input)
        guard question.ratings.raters == 2 else {
            throw .badOption(name: "raters", expected: "two columns; conger takes more")
        }
        let weights: AgreementWeights = try input.choice("weights")
        let matrix = weights.matrix(scores: question.ratings.scores)
        let found = question.ratings.cohenKappa(matrix)
        let convention = "Cohen's kappa; weights \(weights.rawValue)"
        if try input.text("error") == "gwet" {
            var result = question.result(found, convention: convention)
            result.warnings += question.order(weights != .identity)
            return result
        }
        let error =
            found.estimate == nil ? nil : question.ratings.cohenKappaLargeSampleError(matrix)
        var interval: Interval?
        if let error, let estimate = found.estimate {
            let z = Normal.quantile(upper: (1 - question.level) / 2)
            interval = Interval(estimate - z * error, min(estimate + z * error, 1))
        }
        var result = question.result(
            found,
            convention: convention + "; standard error fleiss-cohen-everitt; z",
            interval: interval,
            error: error
        )
        result.warnings += question.order(weights != .identity)
        return result
    }

    /// Fleiss' kappa.
    static let fleissKappa = weightedAgreement(
        "fleiss-kappa",
        "Fleiss' kappa of two or more raters.",
        reference: "Fleiss 1971; Gwet 2014; irrCAC"
    ) { $0.fleissKappa($1) }

    /// Conger's kappa.
    static let conger = weightedAgreement(
        "conger",
        "Conger's kappa of two or more raters.",
        reference: "Conger 1980; Gwet 2014; irrCAC"
    ) { $0.congerKappa($1) }

    /// Light's kappa.
    static let light = weightedAgreement(
        "light",
        "Light's kappa: the mean of Cohen's kappas of all pairs of raters.",
        reference: "Light 1971; Conger 1980"
    ) { $0.lightKappa($1) }

    /// Gwet's AC1 and AC2.
    static let gwetAC = weightedAgreement(
        "gwet-ac",
        "Gwet's AC1, or AC2 with weights, of two or more raters.",
        reference: "Gwet 2008, 2014; irrCAC"
    ) { $0.gwetAC($1) }

    private static func weightedAgreement(
        _ name: String,
        _ summary: String,
        reference: String,
        _ coefficient: @escaping @Sendable (Ratings, Matrix) -> AgreementCoefficient
    ) -> StatMethod {
        StatMethod(
            name,
            summary,
            reference: reference,
            columns: AgreementQuestion.columns,
            otherColumns: AgreementQuestion.otherColumns,
            options: [
                AgreementQuestion.raters, AgreementQuestion.categories, AgreementQuestion.weights,
                .level,
            ]
        ) { (input) throws(StatisticsError) in
            let question = try AgreementQuestion(input)
            let weights: AgreementWeights = try input.choice("weights")
            let found = coefficient(
                question.ratings,
                weights.matrix(scores: question.ratings.scores)
            )
            var result = question.result(
                found,
                convention: "\(name); weights \(weights.rawValue)"
            )
            result.warnings += question.order(weights != .identity)
            return result
        }
    }

    /// Krippendorff's alpha.
    static let krippendorffAlpha = StatMethod(
        "krippendorff-alpha",
        "Krippendorff's alpha of two or more raters, at any level of measurement.",
        reference: "Krippendorff 2011; Gwet 2014; irrCAC; Python krippendorff",
        columns: AgreementQuestion.columns,
        otherColumns: AgreementQuestion.otherColumns,
        options: [
            AgreementQuestion.raters,
            AgreementQuestion.categories,
            Option(
                "measurement",
                oneOf: AlphaLevel.allCases.map(\.rawValue),
                "the level of measurement"
            ),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let question = try AgreementQuestion(input)
        let level: AlphaLevel = try input.choice("measurement")
        var result = question.result(
            question.ratings.krippendorffAlpha(level),
            convention: "Krippendorff's alpha; \(level.rawValue)"
        )
        result.warnings += question.order(level != .nominal)
        return result
    }
}
