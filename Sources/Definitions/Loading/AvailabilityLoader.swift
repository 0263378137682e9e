import Domain

/// Reads for which areas and years an indicator can be had; no level may be passed over.
struct AvailabilityLoader {
    typealias Availability = IndicatorDefinition.Availability

    /// One entry for each level.
    func availability(of value: RecordValue) throws(DefinitionError) -> Availability {
        let reader = try value.record(keys: Availability.Level.allCases.map(\.rawValue))
        var entries: [Availability.Entry] = []
        for level in Availability.Level.allCases {
            entries.append(try entry(level, try reader.required(level.rawValue)))
        }
        return Availability(entries: entries)
    }

    /// The last half-year of an indicator, and why.
    func lastPeriod(of value: RecordValue) throws(DefinitionError) -> IndicatorDefinition.LastPeriod
    {
        let reader = try value.record(keys: ["period", "reason"])
        return IndicatorDefinition.LastPeriod(
            period: try reader.required("period").halfYear(),
            reason: try reader.required("reason").localized()
        )
    }

    /// The half-years to be careful with.
    func cautions(of value: RecordValue) throws(DefinitionError) -> [IndicatorDefinition.Caution] {
        try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["from", "until", "text"])
            let from = try reader.required("from").halfYear()
            let until = try reader.required("until").halfYear()
            _ = try reader.stretch()
            return IndicatorDefinition.Caution(
                from: from,
                until: until,
                text: try reader.required("text").localized()
            )
        }
    }

    private func entry(
        _ level: Availability.Level,
        _ value: RecordValue
    ) throws(DefinitionError) -> Availability.Entry {
        let reader = try value.record(keys: ["state", "missing"])
        let state = try reader.required("state").choice(Availability.State.self)
        let missing = try reader.optional("missing").map { text throws(DefinitionError) in
            try text.localized()
        }
        guard (missing == nil) == (state == .available) else {
            throw value.mistake(
                found: state == .available
                    ? "`available` with something `missing`"
                    : "`\(state.rawValue)` without a reason",
                expected: state == .available
                    ? "no `missing`, or the state `partly`"
                    : "what is missing and why, under `missing`"
            )
        }
        return Availability.Entry(level: level, state: state, missing: missing)
    }
}
