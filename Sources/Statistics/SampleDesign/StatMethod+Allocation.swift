extension StatMethod {
    /// The division of a sample over strata.
    static let allocation = StatMethod(
        "allocation",
        "The division of a sample over strata: proportional, Neyman, by cost, with bounds.",
        reference: "Neyman 1934; Wesołowski et al. 2021; R stratallo",
        columns: [
            Column("stratum", "its name"),
            Column("size", "elements in the population"),
            Column("sd", "standard deviation, for the rule optimal", isRequired: false),
            Column("cost", "of one case; 1 when absent", isRequired: false),
            Column("lower", "the least sample; 0 when absent", isRequired: false),
            Column("upper", "the greatest; its size when absent", isRequired: false),
            Column("take-all", "1 for a stratum that is taken whole", isRequired: false),
        ],
        options: [
            Option("rule", oneOf: Allocation.Rule.allCases.map(\.rawValue), "what it goes by"),
            Option("n", .null, "what there is to spend: cases, when each costs 1"),
        ]
    ) { (input) throws(StatisticsError) in
        let table = input.table
        let names = try table.texts("stratum")
        let sizes = try table.numbers("size")
        let rule: Allocation.Rule = try input.choice("rule")
        let ones = Array(repeating: 1.0, count: names.count)
        let deviations =
            rule == .optimal || table.has("sd") ? try table.numbers("sd") : ones
        let costs = table.has("cost") ? try table.numbers("cost") : ones
        let lowers = table.has("lower") ? try table.numbers("lower") : ones.map { _ in 0 }
        let uppers = table.has("upper") ? try table.numbers("upper") : sizes
        let takeAll = table.has("take-all") ? try table.numbers("take-all") : ones.map { _ in 0 }
        guard let budget = try input.optionalNumber("n"), budget > 0 else {
            throw .badOption(name: "n", expected: "a number above 0")
        }
        var strata: [Allocation.Stratum] = []
        for place in names.indices {
            for (column, number) in [("size", sizes[place]), ("cost", costs[place])]
            where number <= 0 {
                throw .outOfRange(row: place + 2, column: column, expected: "a number above 0")
            }
            // Whole numbers are exact up to here; no population is larger.
            guard sizes[place] <= 1e15 else {
                throw .outOfRange(row: place + 2, column: "size", expected: "at most 1e15")
            }
            guard deviations[place] >= 0 else {
                throw .outOfRange(row: place + 2, column: "sd", expected: "a number, 0 or more")
            }
            strata.append(
                .init(
                    size: sizes[place],
                    deviation: deviations[place],
                    cost: costs[place],
                    lower: takeAll[place] == 1 ? sizes[place] : lowers[place],
                    upper: min(uppers[place], sizes[place])
                )
            )
        }
        let found = try Allocation(strata, spending: budget, by: rule)
        let whole = found.rounded(within: strata)
        var result = MethodResult(
            convention: "\(rule.rawValue); within bounds; whole numbers by largest remainder",
            n: names.count
        )
        result.results["rows"] = .array(
            names.indices.map { place in
                let bound: String =
                    if found.sizes[place] >= strata[place].upper {
                        "upper"
                    } else if found.sizes[
                        place
                    ] <= strata[place].lower { "lower" } else { "none" }
                return .object([
                    "stratum": .string(names[place]),
                    "n": .number(found.sizes[place]),
                    "cases": .integer(whole[place]),
                    "fraction": .number(found.sizes[place] / sizes[place]),
                    "at-bound": .string(bound),
                ])
            }
        )
        if rule == .optimal || table.has("sd") {
            result.results["variance-of-total"] = .number(found.variance)
            if !found.variance.isFinite {
                result.warnings.append("A stratum with spread gets no cases; it has no variance.")
            }
        }
        return result
    }
}
