extension StatMethod {
    /// Proportions with their intervals, one for each row.
    static let proportion = StatMethod(
        "proportion",
        "A proportion with its interval, for each row.",
        reference: "Brown, Cai and DasGupta 2001; R binom 1.1",
        columns: [
            Column("x", "successes"),
            Column("n", "trials"),
            Column("group", "what the row is about", isRequired: false),
        ],
        options: [
            Option("interval", oneOf: ProportionInterval.allCases.map(\.rawValue), "the interval"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let successes = try input.table.counts("x")
        let trials = try input.table.counts("n")
        let interval: ProportionInterval = try input.choice("interval")
        let level = try input.level()
        var result = MethodResult(convention: interval.rawValue, n: trials.reduce(0, +))
        var rows: [JSONValue] = []
        for (row, (x, n)) in zip(successes, trials).enumerated() {
            guard x <= n else {
                throw .outOfRange(row: row + 2, column: "x", expected: "at most n of the same row")
            }
            let limits = interval.limits(
                successes: Double(x),
                of: Double(n),
                level: level
            )
            if n == 0 { result.warnings.append("Row \(row + 2) has no trials: no proportion.") }
            if interval == .logit, n > 0, x == 0 || x == n {
                result.warnings.append(
                    "Row \(row + 2): the log odds have no end here; the limits are exact ones."
                )
            }
            if limits.lower < 0 || limits.upper > 1 {
                result.warnings.append(
                    "Row \(row + 2): a limit lies outside 0 to 1, as this interval may."
                )
            }
            rows.append(
                .object([
                    "x": .integer(x),
                    "n": .integer(n),
                    "estimate": .number(n == 0 ? .nan : Double(x) / Double(n)),
                    "lower": .number(limits.lower),
                    "upper": .number(limits.upper),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
