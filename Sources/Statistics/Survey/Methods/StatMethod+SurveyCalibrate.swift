extension StatMethod {
    /// Weights that meet known totals, and estimates with them.
    static let surveyCalibrate = StatMethod(
        "survey-calibrate",
        "Weights calibrated to known totals, and totals or means with them.",
        reference: "Deville and Särndal 1992; R survey 4.1 calibrate, postStratify, rake",
        columns: SurveyQuestion.designColumns,
        otherColumns: "the calibration variables and those named in the option variables",
        tables: [
            Column(
                "totals",
                "columns variable, total (greg, raking, logit) or variable, cell, total "
                    + "(post-stratification, margins)"
            )
        ],
        options: [
            SurveyQuestion.variables,
            Option(
                "method",
                oneOf: ["greg", "post-stratification", "margins", "raking", "logit"],
                "margins is raking by iterative proportional fitting; raking is exponential "
                    + "calibration"
            ),
            Option("bounds", .array([]), "least and greatest factor on a weight"),
            Option("statistic", oneOf: ["total", "mean"], "what is estimated"),
            Option("weights", .bool(true), "whether the calibrated weights are in the result"),
        ] + SurveyQuestion.designOptions
    ) { (input) throws(StatisticsError) in
        let question = try SurveyQuestion(input)
        let names = try question.names("variables")
        let design = try calibrated(input, question.design)
        let (parts, warnings) = try question.parts(names)
        let isTotal = try input.text("statistic") == "total"
        let method = try input.text("method")
        let bounds = try input.numbers("bounds")
        let within = bounds.isEmpty ? "without bounds" : "bounds \(bounds[0]) and \(bounds[1])"
        var result = MethodResult(
            convention: question.convention("\(method) \(within)", "variance by residuals"),
            n: design.count,
            warnings: warnings
        )
        var rows: [JSONValue] = []
        for part in parts {
            let inside = part.design.weights.map { $0 != 0 }
            let domain = design.domain(inside)
            let found = isTotal ? domain.total(part.variables) : domain.mean(part.variables)
            rows += found.rows(
                names: names,
                domain: part.domain,
                withEffect: false,
                question.reference,
                level: question.level
            )
            result.warnings += found.warnings.filter { !result.warnings.contains($0) }
        }
        result.results["rows"] = .array(rows)
        let factors = zip(design.weights, question.design.weights).filter { $1 != 0 }.map {
            $0 / $1
        }
        result.results["least-factor"] = JSONValue(factors.min())
        result.results["greatest-factor"] = JSONValue(factors.max())
        let negative = design.weights.count { $0 < 0 }
        if negative > 0 { result.warnings.append("\(negative) calibrated weights are below 0.") }
        if try input.flag("weights") {
            result.results["weights"] = .array(design.weights.map { .number($0) })
        }
        return result
    }

    private static func calibrated(
        _ input: MethodInput,
        _ design: SurveyDesign
    ) throws(StatisticsError) -> SurveyDesign {
        guard let known = input.tables["totals"] else { throw .missingTable(name: "totals") }
        let method = try input.text("method")
        let bounds = try input.numbers("bounds")
        let isOrdered = bounds.count == 2 && bounds[0] < 1 && bounds[1] > 1
        guard bounds.isEmpty || isOrdered else {
            throw .badOption(name: "bounds", expected: "a number below 1 and a number above 1")
        }
        let variables = try known.texts("variable")
        let totals = try known.numbers("total")
        if method == "post-stratification" || method == "margins" {
            let cells = try known.texts("cell")
            var margins: [(name: String, sizes: [String: Double])] = []
            for (row, variable) in variables.enumerated() {
                let place = margins.firstIndex { $0.name == variable } ?? margins.count
                if place == margins.count { margins.append((variable, [:])) }
                margins[place].sizes[cells[row]] = totals[row]
            }
            var given: [(cells: [String], sizes: [String: Double])] = []
            for margin in margins {
                given.append((try input.table.texts(margin.name), margin.sizes))
            }
            if method == "margins" { return try design.raked(to: given) }
            guard given.count == 1, let only = given.first else {
                throw .unsuited(expected: "one variable in the table totals, for post-strata")
            }
            return try design.postStratified(by: only.cells, sizes: only.sizes)
        }
        var columns: [[Double]] = []
        for variable in variables {
            // The size of the population is the total of a column of ones that nobody keeps.
            if variable == "(size)" {
                columns.append(Array(repeating: 1, count: design.count))
            } else {
                columns.append(try input.table.numbers(variable))
            }
        }
        let lower = bounds.first ?? -.infinity
        let upper = bounds.last ?? .infinity
        switch method {
        case "greg":
            return try design.calibrated(
                to: totals,
                of: columns,
                .linear(lower: lower, upper: upper)
            )
        case "raking":
            return try design.calibrated(
                to: totals,
                of: columns,
                .raking(lower: lower, upper: upper)
            )
        default:
            guard isOrdered else {
                throw .badOption(name: "bounds", expected: "two numbers, which logit needs")
            }
            return try design.calibrated(
                to: totals,
                of: columns,
                .logit(lower: lower, upper: upper)
            )
        }
    }
}
