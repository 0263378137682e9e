extension StatMethod {
    private static let planColumns: [Column] = [
        Column("name", "the domain or question of the row", isRequired: false),
        Column("sd", "standard deviation, for means", isRequired: false),
        Column("proportion", "expected proportion", isRequired: false),
        Column("proportion2", "that of the second group, for a difference", isRequired: false),
        Column("difference", "difference of means to be found", isRequired: false),
        Column("population", "elements in the population", isRequired: false),
        Column("cluster-size", "elements a cluster; 1 when absent", isRequired: false),
        Column("icc", "correlation within clusters; 0 when absent", isRequired: false),
    ]

    /// Sample sizes for a wanted precision or power.
    static let sampleSize = StatMethod(
        "sample-size",
        "Sample sizes for means, proportions and differences between two groups, a row each.",
        reference: "Valliant, Dever and Kreuter 2018 (PracTools); R stats power.t.test",
        columns: planColumns + [
            Column("margin", "half the width of the interval", isRequired: false),
            Column("response", "expected share that responds; 1 when absent", isRequired: false),
        ],
        options: [
            Option(
                "goal",
                oneOf: ["proportion", "mean", "two-proportions", "two-means"],
                "what is estimated or tested"
            ),
            Option("width", oneOf: ["wald", "wilson"], "the interval of a proportion"),
            Option("power", .number(0.8), "the chance to find a difference"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let goal = try input.text("goal")
        let level = try input.level()
        let power = try input.number("power", in: 0.01...0.9999, expected: "a number below 1")
        let isWilson = try input.text("width") == "wilson"
        let table = input.table
        let isGroup = goal.hasPrefix("two")
        var rows: [JSONValue] = []
        var warnings: [String] = []
        for row in 0..<table.count {
            let plan = try PlanRow(table, row)
            let population = plan["population"] ?? .infinity
            let bare: Double
            switch goal {
            case "mean":
                bare = SampleSize.mean(
                    deviation: try plan.positive("sd"),
                    margin: try plan.positive("margin"),
                    level: level,
                    population: population
                )
            case "proportion":
                let p = try plan.share("proportion")
                let margin = try plan.positive("margin")
                bare =
                    isWilson
                    ? SampleSize.proportionByWilson(p, margin: margin, level: level)
                    : SampleSize.proportion(p, margin: margin, level: level, population: population)
            case "two-means":
                bare = SampleSize.twoMeans(
                    difference: try plan.positive("difference"),
                    deviation: try plan.positive("sd"),
                    level: level,
                    power: power
                )
            default:
                let first = try plan.share("proportion")
                let second = try plan.share("proportion2")
                guard first != second else {
                    throw .outOfRange(
                        row: row + 2,
                        column: "proportion2",
                        expected: "a proportion other than the first"
                    )
                }
                bare = SampleSize.twoProportions(first, second, level: level, power: power)
            }
            let effect = SampleSize.clusterEffect(
                size: plan["cluster-size"] ?? 1,
                correlation: plan["icc"] ?? 0
            )
            let response = plan["response"] ?? 1
            guard response > 0, response <= 1 else {
                throw .outOfRange(row: row + 2, column: "response", expected: "above 0, at most 1")
            }
            let needed = bare * effect
            let cases = (needed - 1e-9).rounded(.up)
            if cases > population {
                warnings.append("Row \(row + 2) needs more than the population has.")
            }
            var found: [String: JSONValue] = [
                "n-simple": .number(bare),
                "deff": .number(effect),
                "n": .number(needed),
                "cases": .number(cases),
                "to-approach": .number((cases / response - 1e-9).rounded(.up)),
            ]
            if isGroup { found["cases-total"] = .number(2 * cases) }
            if let name = plan.name { found["name"] = .string(name) }
            rows.append(.object(found))
        }
        let kind = isGroup ? "sizes per group, two-sided, power \(power)" : "sizes in total"
        let width = goal == "proportion" ? (isWilson ? "; wilson, no correction" : "; wald") : ""
        var result = MethodResult(
            convention: "\(goal); \(kind)\(width); cluster effect 1 + (m - 1) icc after correction",
            n: table.count,
            warnings: warnings
        )
        result.results["rows"] = .array(rows)
        return result
    }

    /// The power of a sample.
    static let power = StatMethod(
        "power",
        "The power to find a difference between two groups, a row each.",
        reference: "R stats power.t.test(strict = TRUE), power.prop.test",
        columns: planColumns + [Column("n", "cases in each of the two groups")],
        options: [
            Option("goal", oneOf: ["two-proportions", "two-means"], "what is tested"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let goal = try input.text("goal")
        let level = try input.level()
        var rows: [JSONValue] = []
        for row in 0..<input.table.count {
            let plan = try PlanRow(input.table, row)
            let effect = SampleSize.clusterEffect(
                size: plan["cluster-size"] ?? 1,
                correlation: plan["icc"] ?? 0
            )
            let effective = try plan.positive("n") / effect
            let power =
                goal == "two-means"
                ? Power.twoMeans(
                    difference: try plan.positive("difference"),
                    deviation: try plan.positive("sd"),
                    perGroup: effective,
                    level: level
                )
                : Power.twoProportions(
                    try plan.share("proportion"),
                    try plan.share("proportion2"),
                    perGroup: effective,
                    level: level
                )
            var found: [String: JSONValue] = [
                "power": .number(power),
                "deff": .number(effect),
                "effective-n": .number(effective),
            ]
            if let name = plan.name { found["name"] = .string(name) }
            rows.append(.object(found))
        }
        var result = MethodResult(
            convention: "\(goal); n per group; two-sided; cluster effect 1 + (m - 1) icc",
            n: input.table.count
        )
        result.results["rows"] = .array(rows)
        return result
    }
}

/// The numbers of one row of a plan.
private struct PlanRow {
    let row: Int
    let name: String?
    private var numbers: [String: Double] = [:]

    init(_ table: DataTable, _ row: Int) throws(StatisticsError) {
        self.row = row
        name = table.has("name") ? try table.optionalTexts("name")[row] : nil
        let names = [
            "sd", "proportion", "proportion2", "difference", "population", "cluster-size", "icc",
            "margin", "response", "n",
        ]
        for name in names where table.has(name) {
            numbers[name] = try table.optionalNumbers(name)[row]
        }
    }

    subscript(name: String) -> Double? { numbers[name] }

    func positive(_ name: String) throws(StatisticsError) -> Double {
        guard let number = numbers[name], number > 0 else {
            throw .outOfRange(row: row + 2, column: name, expected: "a number above 0")
        }
        return number
    }

    func share(_ name: String) throws(StatisticsError) -> Double {
        guard let number = numbers[name], number > 0, number < 1 else {
            throw .outOfRange(row: row + 2, column: name, expected: "above 0 and below 1")
        }
        return number
    }
}
