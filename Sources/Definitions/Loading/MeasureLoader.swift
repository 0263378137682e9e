import Domain

/// Reads the measures of an indicator.
struct MeasureLoader {
    let population: IndicatorDefinition.Population
    let breakdowns: [IndicatorDefinition.Breakdown]
    let codes: BreakdownCodes
    let source: String
    let unit: UnitOfCount
    /// Rungs on which a measure may count beside that of the indicator, because the record says so.
    let unitsBeside: [UnitOfCount]

    func measures(of value: RecordValue) throws(DefinitionError) -> [IndicatorDefinition.Measure] {
        var measures: [IndicatorDefinition.Measure] = []
        var places: [RecordValue] = []
        for item in try value.list() {
            let measure = try measure(of: item)
            guard !measures.contains(where: { $0.name == measure.name }) else {
                throw item.mistake(
                    found: "the measure `\(measure.name)` more than once",
                    expected: "it once"
                )
            }
            measures.append(measure)
            places.append(item)
        }
        guard !measures.isEmpty else {
            throw value.mistake(found: "no measures", expected: "at least one")
        }
        try RatioCheck(
            unit: unit,
            unitsBeside: unitsBeside,
            measures: measures,
            places: places
        ).run()
        return measures
    }

    private func measure(
        of item: RecordValue
    ) throws(DefinitionError) -> IndicatorDefinition.Measure {
        let reader = try item.record(keys: [
            "name", "kind", "reasons", "forms", "answers", "numerator", "denominator", "label",
        ])
        let kind = try kind(of: try reader.required("kind"))
        for key in ["numerator", "denominator"]
        where (reader.optional(key) != nil) != kind.isRatio {
            throw (reader.optional(key) ?? item).mistake(
                found: kind.isRatio
                    ? "a ratio with an empty \(key)" : "`\(key)` of a measure that is no ratio",
                expected: kind.isRatio
                    ? "`\(key)` with the name of a count of this indicator" : "no `\(key)`"
            )
        }
        try refuse(
            "forms",
            of: reader,
            unless: kind.looksAtHelp,
            "a count of trajectories or of help"
        )
        try refuse("answers", of: reader, unless: kind == .withoutHelp, "the kind `without-help`")
        if kind == .ageStandardised, !breakdowns.contains(.age) {
            throw item.mistake(
                found: "a measure standardised for age without the breakdown `age`",
                expected: "that breakdown"
            )
        }
        return IndicatorDefinition.Measure(
            name: try reader.required("name").text(),
            kind: kind,
            reasons: try reader.optional("reasons").map(reasons),
            label: try reader.required("label").localized(),
            forms: try reader.optional("forms").map { value throws(DefinitionError) in
                try list(value, of: codes.codes(of: .form, in: source).map(\.code), a: "form")
            },
            answers: try reader.optional("answers").map { value throws(DefinitionError) in
                let known = codes.codeLists["zonder_hulp_verder"]?.entries.map(\.code) ?? []
                return try list(value, of: known, a: "answer")
            },
            numerator: try reader.optional("numerator")?.text(expected: "the name of a count"),
            denominator: try reader.optional("denominator")?.text(expected: "the name of a count")
        )
    }

    private func refuse(
        _ key: String,
        of reader: RecordReader,
        unless isAllowed: Bool,
        _ kinds: String
    ) throws(DefinitionError) {
        guard let value = reader.optional(key), !isAllowed else { return }
        throw value.mistake(
            found: "`\(key)` of another kind of measure",
            expected: "none, or \(kinds)"
        )
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
        return try list(value, of: codes.codes(of: .reason, in: source).map(\.code), a: "reason")
    }

    /// Some of the codes of a list; none at all would count nothing.
    private func list(
        _ value: RecordValue,
        of known: [String],
        a name: String
    ) throws(DefinitionError) -> [String] {
        let items = try value.list()
        guard !items.isEmpty else {
            throw value.mistake(
                found: "an empty list, which counts nothing",
                expected: "at least one \(name)"
            )
        }
        return try items.map { item throws(DefinitionError) in
            let code = try item.text()
            guard known.contains(code) else {
                throw item.mistake(
                    found: "the \(name) `\(code)`",
                    expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return code
        }
    }
}
