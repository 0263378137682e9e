extension StatMethod {
    /// Totals and means from a sample with unequal probabilities.
    static let surveyPPS = StatMethod(
        "survey-pps",
        "Totals and means from a one-stage sample with unequal probabilities.",
        reference: "Brewer 2002; Hartley and Rao 1962; Overton 1985; R survey 4.1 svydesign(pps)",
        columns: [
            Column("prob", "the probability of the unit of being drawn"),
            Column("stratum", "its stratum", isRequired: false),
            Column(
                "psu",
                "its name, for the table joint; else its number from 1",
                isRequired: false
            ),
        ],
        otherColumns: "the variables named in the option variables",
        tables: [
            Column(
                "joint",
                "columns first, second, probability: for pairs of units, each once or twice",
                isRequired: false
            )
        ],
        options: [
            SurveyQuestion.variables,
            Option(
                "method",
                oneOf: [
                    "brewer", "overton", "hartley-rao", "joint", "with-replacement",
                ],
                "where the variance of pairs comes from"
            ),
            Option(
                "form",
                oneOf: JointInclusion.Form.allCases.map(\.rawValue),
                "the variance, for overton, hartley-rao and joint"
            ),
            Option(
                "mean-square",
                .null,
                "sum of squared probabilities of the population over n, for hartley-rao"
            ),
            Option("statistic", oneOf: ["total", "mean"], "what is estimated"),
            Option(
                "lonely",
                oneOf: LonelyUnits.allCases.map(\.rawValue),
                "what to do with a stratum with one unit, for brewer and with-replacement"
            ),
            Option("interval", oneOf: ReferenceDistribution.allCases.map(\.rawValue), "t or z"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let table = input.table
        _ = try SurveyQuestion.weights(table)
        let probabilities = try table.numbers("prob")
        let names = (input.option("variables").asArray ?? []).compactMap(\.asText)
        guard !names.isEmpty else {
            throw .badOption(name: "variables", expected: "a list of names of columns")
        }
        var variables: [[Double]] = []
        for name in names { variables.append(try table.numbers(name)) }
        let method = try input.text("method")
        let isTotal = try input.text("statistic") == "total"
        let reference: ReferenceDistribution = try input.choice("interval")
        let found: SurveyEstimates
        var convention = method
        if method == "brewer" || method == "with-replacement" {
            let design = try SurveyDesign(
                weights: probabilities.map { 1 / $0 },
                strata: table.has("stratum") ? table.texts("stratum") : nil,
                populations: method == "brewer" ? [probabilities] : [],
                unequalProbabilities: true,
                lonelyUnits: input.choice("lonely")
            )
            found = isTotal ? design.total(variables) : design.mean(variables)
        } else {
            let strata =
                table.has("stratum") ? try table.texts("stratum") : probabilities.map { _ in "" }
            let numbers = Dictionary(
                Set(strata).sorted().enumerated().map { ($1, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            let places = strata.map { numbers[$0] ?? 0 }
            let form: JointInclusion.Form = try input.choice("form")
            let joint: JointInclusion
            switch method {
            case "joint":
                joint = try JointInclusion(joint: jointMatrix(input, probabilities))
            case "overton":
                joint = try JointInclusion(
                    probabilities: probabilities,
                    strata: places,
                    .overton
                )
            default:
                let meanSquare = try input.optionalNumber("mean-square")
                joint = try JointInclusion(
                    probabilities: probabilities,
                    strata: places,
                    .hartleyRao(meanSquare: meanSquare)
                )
                convention += meanSquare == nil ? " with the sample's mean" : ""
            }
            let design = UnequalProbabilityDesign(
                probabilities: probabilities,
                strata: places,
                joint: joint,
                form: form
            )
            found = isTotal ? design.total(variables) : design.mean(variables)
            convention += "; \(form.rawValue)"
        }
        let degrees = found.estimates.first?.degreesOfFreedom ?? 0
        convention += reference == .t ? "; t with design df \(degrees)" : "; z"
        var result = MethodResult(
            convention: convention,
            n: probabilities.count,
            warnings: found.warnings
        )
        result.results["rows"] = .array(
            found.rows(
                names: names,
                domain: nil,
                withEffect: false,
                reference,
                level: try input.level()
            )
        )
        result.results["covariance"] = found.covarianceRows
        return result
    }

    private static func jointMatrix(
        _ input: MethodInput,
        _ probabilities: [Double]
    ) throws(StatisticsError) -> Matrix {
        guard let pairs = input.tables["joint"] else { throw .missingTable(name: "joint") }
        let table = input.table
        let names =
            table.has("psu") ? try table.texts("psu") : (1...table.count).map { "\($0)" }
        let places = Dictionary(
            names.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        guard places.count == names.count else {
            throw .unsuited(expected: "each unit once in the column psu")
        }
        var joint = Matrix(diagonal: probabilities)
        let first = try pairs.texts("first")
        let second = try pairs.texts("second")
        for (row, probability) in try pairs.numbers("probability").enumerated() {
            guard let left = places[first[row]], let right = places[second[row]] else { continue }
            if left == right { continue }
            joint[left, right] = probability
            joint[right, left] = probability
        }
        return joint
    }
}
