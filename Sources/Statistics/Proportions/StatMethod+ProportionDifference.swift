extension StatMethod {
    /// Differences of two proportions, one for each row.
    static let proportionDifference = StatMethod(
        "proportion-difference",
        "The difference of two independent proportions with its interval, for each row.",
        reference: "Newcombe 1998; Mee 1984; Miettinen and Nurminen 1985; statsmodels 0.14",
        columns: [
            Column("x1", "successes in the first group"),
            Column("n1", "trials in the first group"),
            Column("x2", "successes in the second group"),
            Column("n2", "trials in the second group"),
            Column("group", "what the row is about", isRequired: false),
        ],
        options: [
            Option(
                "interval",
                oneOf: ProportionDifference.allCases.map(\.rawValue),
                "the interval"
            ),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let interval: ProportionDifference = try input.choice("interval")
        let level = try input.level()
        let x1 = try input.table.counts("x1")
        let n1 = try input.table.counts("n1")
        let x2 = try input.table.counts("x2")
        let n2 = try input.table.counts("n2")
        var result = MethodResult(
            convention: interval.rawValue,
            n: n1.reduce(0, +) + n2.reduce(0, +)
        )
        var rows: [JSONValue] = []
        for row in x1.indices {
            for (name, x, n) in [("x1", x1[row], n1[row]), ("x2", x2[row], n2[row])] where x > n {
                throw .outOfRange(row: row + 2, column: name, expected: "at most its trials")
            }
            if n1[row] == 0 || n2[row] == 0 {
                result.warnings.append("Row \(row + 2) has a group without trials: no difference.")
            }
            let limits = interval.limits(
                Double(x1[row]),
                of: Double(n1[row]),
                Double(x2[row]),
                of: Double(n2[row]),
                level: level
            )
            let first = Double(x1[row]) / Double(n1[row])
            let second = Double(x2[row]) / Double(n2[row])
            rows.append(
                .object([
                    "p1": .number(first),
                    "p2": .number(second),
                    "estimate": .number(first - second),
                    "lower": .number(limits.lower),
                    "upper": .number(limits.upper),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
