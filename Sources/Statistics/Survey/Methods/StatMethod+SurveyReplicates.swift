extension StatMethod {
    /// Estimates with a variance from replicates.
    static let surveyReplicates = StatMethod(
        "survey-replicates",
        "Totals, means and ratios with a variance from jackknife, BRR, bootstrap or given weights.",
        reference: "Wolter 2007; Rao, Wu and Yue 1992; R survey 4.1 svrepdesign",
        columns: SurveyQuestion.designColumns.filter { $0.name != "domain" },
        otherColumns: "the variables and the replicate weights, named in options",
        options: [
            SurveyQuestion.variables,
            Option(
                "method",
                oneOf: ["jackknife", "brr", "fay", "bootstrap", "given"],
                "the replicates; jackknife is JK1 without strata and JKn with"
            ),
            Option(
                "statistic",
                oneOf: ["mean", "total", "ratio"],
                "ratio: first ÷ second variable"
            ),
            Option("mse", .bool(false), "deviations from the estimate, not the mean of replicates"),
            Option("rho", .number(0.5), "Fay's factor, from 0 up to 1"),
            Option("replicates", .integer(1000), "of the bootstrap"),
            Option("seed", .integer(1), "of the bootstrap"),
            Option("correction", .bool(false), "finite population correction in the bootstrap"),
            Option("weights", .array([]), "columns with given replicate weights"),
            Option("scale", .number(1), "multiplier of all squared deviations, for given weights"),
            Option("rscales", .array([]), "multiplier of each, for given weights; else all 1"),
            Option("df", .null, "degrees of freedom, for given weights; else rank − 1"),
        ] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let question = try SurveyQuestion(input)
        let names = try question.names("variables")
        let (parts, warnings) = try question.parts(names)
        guard let part = parts.first else { throw .notEnough(what: "rows", found: 0, needed: 1) }
        let replicates = try replicateDesign(input, question, part.design)
        let statistic = try input.text("statistic")
        let found: SurveyEstimates
        var labels = names
        switch statistic {
        case "total": found = replicates.total(part.variables)
        case "mean": found = replicates.mean(part.variables)
        default:
            guard names.count == 2 else {
                throw .badOption(name: "variables", expected: "two names, for a ratio")
            }
            labels = ["\(names[0])/\(names[1])"]
            found = replicates.ratio(part.variables[0], part.variables[1])
        }
        let centre = replicates.isAroundEstimate ? "the estimate" : "the mean of replicates"
        let degrees =
            question.reference == .t ? "t with df \(replicates.degreesOfFreedom)" : "z"
        var result = MethodResult(
            convention:
                "\(replicates.name), \(replicates.replicates) replicates round \(centre); \(degrees)",
            n: question.design.count,
            warnings: warnings + found.warnings
        )
        result.results["rows"] = .array(
            found.rows(
                names: labels,
                domain: nil,
                withEffect: false,
                question.reference,
                level: question.level
            )
        )
        result.results["covariance"] = found.covarianceRows
        result.results["replicates"] = .integer(replicates.replicates)
        return result
    }

    private static func replicateDesign(
        _ input: MethodInput,
        _ question: SurveyQuestion,
        _ design: SurveyDesign
    ) throws(StatisticsError) -> ReplicateDesign {
        let isAroundEstimate = try input.flag("mse")
        switch try input.text("method") {
        case "jackknife": return try design.jackknife(aroundEstimate: isAroundEstimate)
        case "brr": return try design.balancedHalves(aroundEstimate: isAroundEstimate)
        case "fay":
            let rho = try input.number("rho", in: 0...0.999, expected: "a number from 0 below 1")
            return try design.balancedHalves(rho: rho, aroundEstimate: isAroundEstimate)
        case "bootstrap":
            let most = "a whole number from 2 to 100 000"
            _ = try input.number("replicates", in: 2...100_000, expected: most)
            return try design.bootstrap(
                replicates: input.count("replicates", atLeast: 2),
                seed: UInt64(input.count("seed")),
                usesCorrection: input.flag("correction"),
                aroundEstimate: isAroundEstimate
            )
        default:
            let names = try question.names("weights")
            var columns: [[Double]] = []
            for name in names { columns.append(try input.table.numbers(name)) }
            var scales = try input.numbers("rscales")
            if scales.isEmpty { scales = Array(repeating: 1, count: columns.count) }
            guard scales.count == columns.count else {
                throw .badOption(name: "rscales", expected: "one number for each column of weights")
            }
            let scale = try input.number("scale")
            return ReplicateDesign(
                weights: design.weights,
                replicateWeights: columns,
                scales: scales.map { $0 * scale },
                isAroundEstimate: isAroundEstimate,
                degreesOfFreedom: input.option("df") == .null
                    ? nil : try input.count("df", atLeast: 1)
            )
        }
    }
}
