import Domain

/// Reads `sets.yaml`.
struct IndicatorSetLoader {
    let folder: DefinitionFolder
    let indicators: [String: IndicatorDefinition]

    func load() throws(DefinitionError) -> [IndicatorSet] {
        let root = try folder.yaml("sets.yaml")
        var sets: [IndicatorSet] = []
        for item in try root.list(expected: "a list of sets") {
            let set = try set(of: item)
            guard !sets.contains(where: { $0.id == set.id }) else {
                throw item.mistake(found: "the set `\(set.id)` more than once", expected: "it once")
            }
            sets.append(set)
        }
        for id in indicators.keys.sorted()
        where !sets.contains(where: { $0.indicators.contains(id) }) {
            throw root.mistake(
                found: "no set with the indicator `\(id)`",
                expected: "one, so that it stands beside the row for sexual violence"
            )
        }
        return sets
    }

    private func set(of value: RecordValue) throws(DefinitionError) -> IndicatorSet {
        let reader = try value.record(keys: ["id", "title", "indicators", "sexual-violence"])
        let members = try reader.required("indicators").list()
        for member in members {
            try check(member)
        }
        guard let row = reader.optional("sexual-violence") else {
            throw value.mistake(
                found: "a set without a row for sexual violence",
                expected: "`sexual-violence` with an `indicator` or the reason under "
                    + "`not-observable`"
            )
        }
        return IndicatorSet(
            id: try reader.required("id").text(),
            title: try reader.required("title").localized(),
            indicators: try reader.required("indicators").texts(),
            sexualViolence: try sexualViolence(of: row)
        )
    }

    private func sexualViolence(
        of value: RecordValue
    ) throws(DefinitionError) -> IndicatorSet.SexualViolence {
        let reader = try value.record(keys: ["indicator", "not-observable"])
        switch (reader.optional("indicator"), reader.optional("not-observable")) {
        case (let indicator?, nil):
            try check(indicator)
            return .indicator(try indicator.text())
        case (nil, let reason?):
            return .notObservable(try reason.localized())
        default:
            throw value.mistake(
                found: "both or neither of `indicator` and `not-observable`",
                expected: "one of the two"
            )
        }
    }

    private func check(_ id: RecordValue) throws(DefinitionError) {
        guard indicators[try id.text()] != nil else {
            throw id.mistake(
                found: "the indicator \(id.described), which does not exist",
                expected: "one of "
                    + indicators.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            )
        }
    }
}
