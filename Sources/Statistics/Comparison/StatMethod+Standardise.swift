extension StatMethod {
    /// Direct and indirect standardisation, for each group.
    static let standardise = StatMethod(
        "standardise",
        "Rates by a standard population, or observed against expected, for each group.",
        reference: """
            Fay and Feuer 1997, R epitools 0.5 (direct); Breslow and Day 1987, R epiR 2.0 (indirect)
            """,
        columns: [
            Column("events", "events; observed ones when indirect"),
            Column("population", "persons or person-years", isRequired: false),
            Column("standard", "direct: the standard population of the stratum", isRequired: false),
            Column("rate", "indirect: the standard's rate in the stratum", isRequired: false),
            Column("expected", "indirect: events expected, in place of rate", isRequired: false),
            Column("group", "rows of a group are its strata", isRequired: false),
        ],
        options: [
            Option("method", oneOf: ["indirect", "direct"], "which standardisation"),
            Option(
                "interval",
                oneOf: RatioInterval.allCases.map(\.rawValue),
                "interval of the ratio; direct always takes the gamma interval"
            ),
            Option("multiplier", .number(1), "what rates and ratios are multiplied by"),
            .level,
        ]
    ) { (input) throws(StatisticsError) in
        let isDirect = try input.text("method") == "direct"
        return isDirect ? try Self.direct(input) : try Self.indirect(input)
    }

    private static func direct(_ input: MethodInput) throws(StatisticsError) -> MethodResult {
        let level = try input.level()
        let multiplier = try input.number("multiplier")
        let events = try input.nonNegative("events")
        let population = try input.nonNegative("population")
        let standard = try input.nonNegative("standard")
        var result = MethodResult(convention: "gamma (Fay-Feuer)", n: events.count)
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups() {
            let found = DirectStandardisation(
                events: rows.map { events[$0] },
                population: rows.map { population[$0] },
                standard: rows.map { standard[$0] }
            )
            if found == nil {
                result.warnings.append(
                    "\(name.said): a stratum with weight has no population, so its rate is unknown."
                )
            }
            let limits = found?.limits(level: level) ?? .undefined
            groups.append(
                .object([
                    "events": .number(rows.map { events[$0] }.reduce(0, +)),
                    "crude": .number((found?.crude ?? .nan) * multiplier),
                    "rate": .number((found?.rate ?? .nan) * multiplier),
                    "se": .number((found?.variance ?? .nan).squareRoot() * multiplier),
                    "lower": .number(limits.lower * multiplier),
                    "upper": .number(limits.upper * multiplier),
                ]).adding(name.labels)
            )
        }
        result.results["groups"] = .array(groups)
        return result
    }

    private static func indirect(_ input: MethodInput) throws(StatisticsError) -> MethodResult {
        let level = try input.level()
        let multiplier = try input.number("multiplier")
        let interval: RatioInterval = try input.choice("interval")
        let events = try input.nonNegative("events")
        let expected: [Double]
        if input.table.has("expected") {
            expected = try input.nonNegative("expected")
        } else {
            let rate = try input.nonNegative("rate")
            let population = try input.nonNegative("population")
            expected = zip(rate, population).map { $0 * $1 }
        }
        var result = MethodResult(convention: interval.rawValue, n: events.count)
        var groups: [JSONValue] = []
        for (name, rows) in try input.groups() {
            let seen = rows.map { events[$0] }.reduce(0, +)
            let awaited = rows.map { expected[$0] }.reduce(0, +)
            if awaited == 0 {
                result.warnings.append("\(name.said): nothing was expected, so there is no ratio.")
            }
            if interval == .vandenbroucke, seen < 10 {
                result.warnings.append(
                    "\(name.said): with fewer than 10 events this interval is too narrow."
                )
            }
            let limits = interval.limits(observed: seen, expected: awaited, level: level)
            groups.append(
                .object([
                    "observed": .number(seen),
                    "expected": .number(awaited),
                    "ratio": .number(awaited > 0 ? seen / awaited * multiplier : .nan),
                    "lower": .number(limits.lower * multiplier),
                    "upper": .number(limits.upper * multiplier),
                ]).adding(name.labels)
            )
        }
        result.results["groups"] = .array(groups)
        return result
    }
}
