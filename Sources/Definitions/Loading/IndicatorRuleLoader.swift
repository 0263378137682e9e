import Domain

/// Reads the parts that only some measures need, and refuses them where none does.
struct IndicatorRuleLoader {
    let repeatRule: IndicatorDefinition.RepeatRule?
    let underAge: Int?
    let populationTable: String?
    let followUpDays: Int?

    init(
        reader: RecordReader,
        kinds: [IndicatorDefinition.Measure.Kind],
        population: IndicatorDefinition.Population,
        reasons: [String]
    ) throws(DefinitionError) {
        let counts: ([IndicatorDefinition.Measure.Kind]) -> Bool = { wanted in
            kinds.contains { wanted.contains($0) }
        }
        let needsRepeat = counts([.repeatUse, .repeatUnknown])
        let needsPopulation = counts([.population, .perThousand])
        for (key, isNeeded, measures) in [
            ("repeat-rule", needsRepeat, "a measure of repeat use"),
            ("under-age", needsPopulation, "a rate"),
            ("population-table", needsPopulation, "a rate"),
            ("follow-up-days", population.followsPersons, "a population that is followed"),
        ] where (reader.optional(key) != nil) != isNeeded {
            let place = reader.optional(key) ?? reader.whole
            throw place.mistake(
                found: isNeeded ? "no `\(key)`" : "`\(key)` without \(measures)",
                expected: isNeeded
                    ? "one, because there is \(measures)" : "no `\(key)`, or \(measures)"
            )
        }
        repeatRule = try reader.optional("repeat-rule").map { value throws(DefinitionError) in
            let rule = try value.record(keys: ["look-back-years", "gap-days", "reasons-not-an-end"])
            return IndicatorDefinition.RepeatRule(
                lookBackYears: try rule.optional("look-back-years")?.number(in: 1...50),
                gapDays: try rule.required("gap-days").number(in: 1...366),
                reasonsNotAnEnd: try rule.optional("reasons-not-an-end").map {
                    value throws(DefinitionError) in
                    try IndicatorRuleLoader.reasons(value, known: reasons, population)
                } ?? []
            )
        }
        underAge = try reader.optional("under-age")?.number(in: 1...120)
        populationTable = try reader.optional("population-table")?.text()
        followUpDays = try reader.optional("follow-up-days")?.number(
            in: 1...BreakdownDefinitions.longestFollowUp
        )
    }

    /// Reasons that are no end: of measures only, since trajectories that go over are adjoining.
    private static func reasons(
        _ value: RecordValue,
        known: [String],
        _ population: IndicatorDefinition.Population
    ) throws(DefinitionError) -> [String] {
        guard population == .measuresStarted else {
            throw value.mistake(
                found: "`reasons-not-an-end` in the population `\(population.rawValue)`",
                expected: "it in `measures-started` only"
            )
        }
        return try value.list().map { item throws(DefinitionError) in
            let code = try item.text()
            guard known.contains(code) else {
                throw item.mistake(
                    found: "the reason `\(code)`",
                    expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return code
        }
    }
}
