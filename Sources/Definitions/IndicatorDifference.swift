import Domain

/// *Verschil*: what two sets of definitions say differently of an indicator, and which figures that
/// moves.
public struct IndicatorDifference: Sendable, Equatable {
    /// What happened to an indicator.
    public enum Change: Sendable, Equatable {
        /// It is only in the new set.
        case added
        /// It is only in the old set.
        case removed
        /// A part of it moves these measures.
        case figures(part: String, old: String, new: String, measures: [String])
        /// A part of it is worded otherwise; the figures stay.
        case wording(part: String)
        /// Figures move, and the version was not raised.
        case versionNotRaised(version: Int)
    }

    /// The indicator, as `BJ-04`.
    public let indicator: String
    /// What happened.
    public let change: Change

    /// Everything that differs, by indicator and in the order of the parts of a record.
    public static func between(
        _ old: DefinitionSet,
        _ new: DefinitionSet
    ) -> [IndicatorDifference] {
        let ids = Set(old.indicators.keys).union(new.indicators.keys).sorted()
        return ids.flatMap { id -> [IndicatorDifference] in
            switch (old.indicators[id], new.indicators[id]) {
            case (nil, _): return [IndicatorDifference(indicator: id, change: .added)]
            case (_, nil): return [IndicatorDifference(indicator: id, change: .removed)]
            case (let before?, let after?):
                return changes(
                    IndicatorParts(before, in: old),
                    IndicatorParts(after, in: new)
                ).map { IndicatorDifference(indicator: id, change: $0) }
            }
        }
    }

    private static func changes(_ old: IndicatorParts, _ new: IndicatorParts) -> [Change] {
        var changes: [Change] = []
        for (before, after) in zip(old.figures, new.figures) where before.value != after.value {
            changes.append(
                .figures(
                    part: before.part,
                    old: before.value,
                    new: after.value,
                    measures: new.measures(movedBy: before.part)
                )
            )
        }
        let names = Set(old.measures.keys).union(new.measures.keys).sorted()
        for name in names where old.measures[name] != new.measures[name] {
            changes.append(
                .figures(
                    part: "measures",
                    old: old.measures[name] ?? "–",
                    new: new.measures[name] ?? "–",
                    measures: [name]
                )
            )
        }
        if !changes.isEmpty, new.version <= old.version {
            changes.append(.versionNotRaised(version: new.version))
        }
        for (before, after) in zip(old.wording, new.wording) where before.value != after.value {
            changes.append(.wording(part: before.part))
        }
        return changes
    }
}

/// The parts of an indicator as texts that can be held against each other.
struct IndicatorParts {
    let version: Int
    /// Parts that move figures, those of the classes and regions they stand on included.
    let figures: [(part: String, value: String)]
    /// Parts that only explain.
    let wording: [(part: String, value: String)]
    /// For each measure how it is counted.
    let measures: [String: String]

    private let repeats: [String]

    init(_ definition: IndicatorDefinition, in definitions: DefinitionSet) {
        version = definition.version
        let rule = definition.repeatRule.map {
            "\($0.lookBackYears.map(String.init) ?? "∞"), \($0.gapDays), "
                + $0.reasonsNotAnEnd.joined(separator: "+")
        }
        let codes = definition.breakdowns.map { breakdown in
            breakdown.column + ": "
                + definitions.codes(of: breakdown, in: definition.source).map(\.code)
                .joined(separator: " ")
        }
        figures = [
            ("source", definition.source), ("second-source", definition.secondSource ?? "–"),
            ("unit", definition.unit.rawValue), ("population", definition.population.rawValue),
            ("breakdowns", codes.joined(separator: "; ")),
            ("years", String(definition.worksForYears)), ("repeat-rule", rule ?? "–"),
            ("under-age", definition.underAge.map(String.init) ?? "–"),
            ("population-table", definition.populationTable ?? "–"),
            ("follow-up-days", definition.followUpDays.map(String.init) ?? "–"),
            ("referrers", definition.referrers?.joined(separator: " ") ?? "–"),
            ("last-period", definition.lastPeriod?.period.description ?? "–"),
        ]
        func texts(_ text: LocalizedText) -> String { text.nl + "\n" + text.en }
        wording = [
            ("title", texts(definition.title)), ("numerator", texts(definition.numerator)),
            ("denominator", texts(definition.denominator)),
            ("exclusions", texts(definition.exclusions)),
            ("population-text", texts(definition.populationText)),
            ("period-rule", texts(definition.periodRule)),
            ("legal-ground", texts(definition.legalGround)), ("use", texts(definition.use)),
            ("does-not-say", texts(definition.doesNotSay)),
            ("weighing-row", String(definition.weighingRow)),
            (
                "availability",
                definition.availability.entries.map {
                    $0.state.rawValue + ($0.missing.map { texts($0) } ?? "")
                }.joined(separator: "\n")
            ),
            (
                "cautions",
                definition.cautions.map { "\($0.from) \($0.until) " + texts($0.text) }
                    .joined(separator: "\n")
            ),
            ("labels", definition.measures.map { texts($0.label) }.joined(separator: "\n")),
            ("examples", definition.examples.map(\.title.nl).joined(separator: "\n")),
        ]
        measures = Dictionary(
            uniqueKeysWithValues: definition.measures.map { measure in
                let limits = [
                    measure.reasons.map { "reasons " + $0.joined(separator: " ") },
                    measure.forms.map { "forms " + $0.joined(separator: " ") },
                    measure.answers.map { "answers " + $0.joined(separator: " ") },
                    measure.numerator.map { "numerator " + $0 },
                    measure.denominator.map { "denominator " + $0 },
                ].compactMap(\.self)
                return (
                    measure.name, ([measure.kind.rawValue] + limits).joined(separator: ", ")
                )
            }
        )
        repeats = definition.measures
            .filter { $0.kind == .repeatUse || $0.kind == .repeatUnknown }.map(\.name)
    }

    /// The measures that a part moves: those of repeat use for its rule, all for any other.
    func measures(movedBy part: String) -> [String] {
        part == "repeat-rule" ? repeats : measures.keys.sorted()
    }
}
