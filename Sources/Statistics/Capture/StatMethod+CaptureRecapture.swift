extension StatMethod {
    /// Totals from two lists, for each row.
    static let captureRecapture = StatMethod(
        "capture-recapture",
        "The number of persons in all, from two lists and their overlap, for each row.",
        reference: "Chapman 1951; Seber 1982; Chao 1987; R Rcapture 1.4",
        columns: [
            Column("n1", "persons on the first list"),
            Column("n2", "persons on the second list"),
            Column("m", "persons on both"),
            Column("group", "what the row is about", isRequired: false),
        ],
        options: [
            Option("estimator", oneOf: TwoLists.allCases.map(\.rawValue), "the formula"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let estimator: TwoLists = try input.choice("estimator")
        let level = try input.level()
        let first = try input.table.counts("n1")
        let second = try input.table.counts("n2")
        let both = try input.table.counts("m")
        var result = MethodResult(
            convention: "\(estimator.rawValue); log-normal interval",
            n: 0
        )
        var rows: [JSONValue] = []
        for row in first.indices {
            guard both[row] <= min(first[row], second[row]) else {
                throw .outOfRange(row: row + 2, column: "m", expected: "at most n1 and n2")
            }
            let found = estimator.estimate(
                Double(first[row]),
                Double(second[row]),
                both: Double(both[row])
            )
            let limits = found.limits(level: level)
            result.n += Int(found.seen)
            if both[row] == 0 {
                result.warnings.append(
                    """
                    Row \(row + 2): nobody is on both lists. The data bound the total from below \
                    only; an upper limit is not to be trusted.
                    """
                )
            }
            let bound = TwoLists.chao.estimate(
                Double(first[row]),
                Double(second[row]),
                both: Double(both[row])
            )
            rows.append(
                .object([
                    "seen": .number(found.seen),
                    "estimate": .number(found.total),
                    "se": .number(found.variance.squareRoot()),
                    "lower": .number(limits.lower),
                    "upper": .number(both[row] == 0 ? .nan : limits.upper),
                    "chao-bound": .number(bound.total),
                ]).adding(try input.label(row))
            )
        }
        result.results["rows"] = .array(rows)
        return result
    }
}
