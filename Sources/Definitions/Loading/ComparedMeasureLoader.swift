import Domain

/// Reads one measure that is compared, and holds it against its indicator.
struct ComparedMeasureLoader {
    let indicators: [String: IndicatorDefinition]
    let breakdowns: BreakdownDefinitions

    func measure(_ item: RecordValue) throws(DefinitionError) -> ComparedMeasure {
        let reader = try item.record(keys: [
            "id", "indicator", "numerator", "denominator", "less", "ages", "kind", "per",
            "standard", "case-mix", "title", "unit", "size",
        ])
        let indicator = try self.indicator(reader.required("indicator"))
        let standard = try reader.required("standard").choice(ComparedMeasure.Standard.self)
        let denominator = try reader.required("denominator")
        let isByAge = try denominator.text() == ComparedMeasure.populationByAge
        if !isByAge { try check(denominator, indicator) }
        if let less = reader.optional("less") { try check(less, indicator) }
        try check(reader.required("numerator"), indicator)
        guard isByAge == (standard == .ageAndSex) else {
            throw item.mistake(
                found: "the standard `\(standard.rawValue)` with that denominator",
                expected: "`age-and-sex` with `\(ComparedMeasure.populationByAge)`, and only then"
            )
        }
        guard (standard == .caseMix) == (reader.optional("case-mix") != nil) else {
            throw item.mistake(
                found: "`case-mix` without the standard `case-mix`, or the other way round",
                expected: "both or neither"
            )
        }
        return ComparedMeasure(
            id: try reader.required("id").text(),
            indicator: indicator.id,
            numerator: try reader.required("numerator").text(),
            denominator: try denominator.text(),
            less: try reader.optional("less")?.text(),
            ages: try ages(reader.optional("ages")),
            kind: try reader.required("kind").choice(ComparedMeasure.Kind.self),
            per: try reader.required("per").number(in: 1...100_000),
            standard: standard,
            caseMix: try reader.optional("case-mix")?.text(),
            title: try reader.required("title").localized(),
            unit: try reader.required("unit").localized(),
            size: try reader.required("size").localized()
        )
    }

    private func indicator(
        _ value: RecordValue
    ) throws(DefinitionError) -> IndicatorDefinition {
        guard let found = indicators[try value.text()] else {
            throw value.mistake(
                found: "the indicator \(value.described), which does not exist",
                expected: "one of " + indicators.keys.sorted().joined(separator: ", ")
            )
        }
        return found
    }

    private func check(
        _ value: RecordValue,
        _ indicator: IndicatorDefinition
    ) throws(DefinitionError) {
        let names = indicator.measures.map(\.name)
        guard names.contains(try value.text()) else {
            throw value.mistake(
                found: value.described,
                expected: "a measure of \(indicator.id): " + names.joined(separator: ", ")
            )
        }
    }

    private func ages(_ value: RecordValue?) throws(DefinitionError) -> [String] {
        guard let value else { return [] }
        for item in try value.list()
        where !breakdowns.ageClasses.map(\.code).contains(try item.text()) {
            throw item.mistake(
                found: "the age class \(item.described)",
                expected: "a class of breakdowns.yaml"
            )
        }
        return try value.texts()
    }
}
