extension StatMethod {
    /// Shrinkage towards the mean, for each row.
    static let empiricalBayes = StatMethod(
        "empirical-bayes",
        "Ratios, rates, proportions or estimates of units, drawn towards their mean.",
        reference: """
            Clayton and Kaldor 1987, DCluster 0.2; Marshall 1991, spdep 1.2; metafor 3.8; Griffiths 1973
            """,
        columns: [
            Column("observed", "events or successes", isRequired: false),
            Column("expected", "events expected, population or trials", isRequired: false),
            Column("estimate", "normal: the estimate of the unit", isRequired: false),
            Column("se", "normal: its standard error", isRequired: false),
            Column("group", "the unit", isRequired: false),
        ],
        options: [
            Option(
                "model",
                oneOf: ["gamma-poisson", "marshall", "normal", "beta-binomial"],
                "the distribution of true values"
            ),
            Option(
                "between",
                oneOf: NormalNormal.Between.allCases.map(\.rawValue),
                "normal: how the variance between units is found"
            ),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let model = try input.text("model")
        if model == "normal" { return try Self.normalShrinkage(input) }
        let observed = try input.nonNegative("observed")
        let expected = try input.nonNegative("expected")
        for (row, size) in expected.enumerated() where size == 0 {
            throw .outOfRange(row: row + 2, column: "expected", expected: "more than 0")
        }
        guard observed.count > 1 else {
            throw .notEnough(what: "units", found: observed.count, needed: 2)
        }
        guard observed.contains(where: { $0 > 0 }) else {
            throw .unsuited(expected: "a unit with events")
        }
        switch model {
        case "marshall": return try Self.marshallShrinkage(input, observed, expected)
        case "beta-binomial": return try Self.betaShrinkage(input, observed, expected)
        default: return try Self.gammaShrinkage(input, observed, expected)
        }
    }

    private static let noSpread = """
        Units do not differ more than chance alone lets them: every unit is given the common value.
        """

    private static func gammaShrinkage(
        _ input: MethodInput,
        _ observed: [Double],
        _ expected: [Double]
    ) throws(StatisticsError) -> MethodResult {
        let level = try input.level()
        let common = observed.reduce(0, +) / expected.reduce(0, +)
        let fit = GammaPoisson(observed: observed, expected: expected)
        var result = MethodResult(convention: "gamma-poisson (Clayton-Kaldor)", n: observed.count)
        result.results["nu"] = JSONValue(fit?.nu)
        result.results["alpha"] = JSONValue(fit?.alpha)
        if fit == nil { result.warnings.append(noSpread) }
        var rows: [JSONValue] = []
        for row in observed.indices {
            let limits = fit?.limits(observed: observed[row], expected: expected[row], level: level)
            rows.append(
                .object([
                    "raw": .number(observed[row] / expected[row]),
                    "shrunken": .number(fit?.ratios[row] ?? common),
                    "lower": JSONValue(limits?.lower),
                    "upper": JSONValue(limits?.upper),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }

    private static func marshallShrinkage(
        _ input: MethodInput,
        _ observed: [Double],
        _ expected: [Double]
    ) throws(StatisticsError) -> MethodResult {
        let fit = MarshallSmoothing(events: observed, population: expected)
        var result = MethodResult(convention: "marshall, global", n: observed.count)
        result.results["mean"] = .number(fit.mean)
        result.results["variance"] = .number(fit.variance)
        if fit.variance <= 0 { result.warnings.append(noSpread) }
        var rows: [JSONValue] = []
        for row in observed.indices {
            rows.append(
                .object([
                    "raw": .number(observed[row] / expected[row]),
                    "shrunken": .number(fit.rates[row]),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }

    private static func betaShrinkage(
        _ input: MethodInput,
        _ observed: [Double],
        _ expected: [Double]
    ) throws(StatisticsError) -> MethodResult {
        let level = try input.level()
        for row in observed.indices where observed[row] > expected[row] {
            throw .outOfRange(row: row + 2, column: "observed", expected: "at most its trials")
        }
        let common = observed.reduce(0, +) / expected.reduce(0, +)
        let fit = BetaBinomial(successes: observed, trials: expected)
        var result = MethodResult(
            convention: "beta-binomial, maximum likelihood",
            n: observed.count
        )
        result.results["a"] = JSONValue(fit?.a)
        result.results["b"] = JSONValue(fit?.b)
        if fit == nil { result.warnings.append(noSpread) }
        var rows: [JSONValue] = []
        for row in observed.indices {
            let limits = fit?.limits(
                successes: observed[row],
                trials: expected[row],
                level: level
            )
            rows.append(
                .object([
                    "raw": .number(observed[row] / expected[row]),
                    "shrunken": .number(
                        fit?.value(successes: observed[row], trials: expected[row]) ?? common
                    ),
                    "lower": JSONValue(limits?.lower),
                    "upper": JSONValue(limits?.upper),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }

    private static func normalShrinkage(
        _ input: MethodInput
    ) throws(StatisticsError) -> MethodResult {
        let z = Statistics.z(level: try input.level())
        let estimates = try input.table.numbers("estimate")
        let errors = try input.table.numbers("se")
        for (row, error) in errors.enumerated() where error <= 0 {
            throw .outOfRange(row: row + 2, column: "se", expected: "more than 0")
        }
        guard estimates.count > 1 else {
            throw .notEnough(what: "units", found: estimates.count, needed: 2)
        }
        let between: NormalNormal.Between = try input.choice("between")
        guard let fit = NormalNormal(estimates: estimates, errors: errors, between: between)
        else { throw .unsuited(expected: "estimates for which the likelihood has a top") }
        var result = MethodResult(
            convention: "normal-normal, between units by \(between.rawValue)",
            n: estimates.count
        )
        result.results["mean"] = .number(fit.mean)
        result.results["mean-se"] = .number(fit.meanError)
        result.results["tau2"] = .number(fit.tau2)
        if fit.tau2 == 0 { result.warnings.append(noSpread) }
        var rows: [JSONValue] = []
        for row in estimates.indices {
            let limits = Interval(around: fit.values[row], error: fit.errors[row], z: z)
            rows.append(
                .object([
                    "raw": .number(estimates[row]),
                    "shrunken": .number(fit.values[row]),
                    "se": .number(fit.errors[row]),
                    "lower": .number(limits.lower),
                    "upper": .number(limits.upper),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
