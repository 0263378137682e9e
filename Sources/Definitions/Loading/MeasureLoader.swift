import Domain

/// Reads the measures of an indicator.
struct MeasureLoader {
    let population: IndicatorDefinition.Population
    let breakdowns: [IndicatorDefinition.Breakdown]
    let codes: BreakdownCodes
    let source: String

    func measures(of value: RecordValue) throws(DefinitionError) -> [IndicatorDefinition.Measure] {
        var measures: [IndicatorDefinition.Measure] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["name", "kind", "reasons", "label"])
            let name = try reader.required("name").text()
            guard !measures.contains(where: { $0.name == name }) else {
                throw item.mistake(
                    found: "the measure `\(name)` more than once",
                    expected: "it once"
                )
            }
            measures.append(
                IndicatorDefinition.Measure(
                    name: name,
                    kind: try kind(of: try reader.required("kind")),
                    reasons: try reader.optional("reasons").map(reasons),
                    label: try reader.required("label").localized()
                )
            )
        }
        guard !measures.isEmpty else {
            throw value.mistake(found: "no measures", expected: "at least one")
        }
        return measures
    }

    private func kind(
        of value: RecordValue
    ) throws(DefinitionError) -> IndicatorDefinition.Measure.Kind {
        let kind = try value.choice(IndicatorDefinition.Measure.Kind.self)
        guard population.kinds.contains(kind) else {
            throw value.mistake(
                found: "the kind `\(kind.rawValue)` in the population `\(population.rawValue)`",
                expected: "one of "
                    + population.kinds.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            )
        }
        return kind
    }

    private func reasons(of value: RecordValue) throws(DefinitionError) -> [String] {
        guard breakdowns.contains(.reason) else {
            throw value.mistake(
                found: "reasons in an indicator without the breakdown `reason`",
                expected: "that breakdown, or no reasons"
            )
        }
        let known = codes.codes(of: .reason, in: source).map(\.code)
        return try value.list().map { item throws(DefinitionError) in
            let reason = try item.text()
            guard known.contains(reason) else {
                throw item.mistake(
                    found: "the reason `\(reason)`",
                    expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return reason
        }
    }
}
