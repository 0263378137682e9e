public import Domain

extension DefinitionSet {
    /// The codes of a breakdown with their labels, in the order of the list, without `T` and `U`.
    public func codes(
        of breakdown: IndicatorDefinition.Breakdown,
        in source: String
    ) -> [(code: String, label: LocalizedText)] {
        BreakdownCodes(sources: sources, codeLists: codeLists, breakdowns: breakdowns)
            .codes(of: breakdown, in: source)
    }
}

/// The codes a breakdown can have in a source.
struct BreakdownCodes {
    let sources: [String: SourceDefinition]
    let codeLists: [String: CodeList]
    let breakdowns: BreakdownDefinitions

    func codes(
        of breakdown: IndicatorDefinition.Breakdown,
        in source: String
    ) -> [(code: String, label: LocalizedText)] {
        switch breakdown {
        case .age:
            return breakdowns.ageClasses.map { ($0.code, $0.label) }
        case .durationClass:
            return breakdowns.durationClasses.map { ($0.code, $0.label) }
        case .referrerGroup:
            return breakdowns.referrerGroups.map { ($0.code, $0.label) }
        case .scope:
            return breakdowns.reportScopes.map { ($0.code, $0.label) }
        case .reporterGroup:
            return breakdowns.reporterGroups.map { ($0.code, $0.label) }
        case .source:
            return breakdowns.childSources.map { ($0.code, $0.label) }
        case .index:
            return breakdowns.investigationOutcomes.map { ($0.code, $0.label) }
        case .reportGroup:
            return breakdowns.reportGroups.map { ($0.code, $0.label) }
        case .lists:
            return ListCombinations(breakdowns.childLists).combinations
        case .model:
            return ListCombinations(breakdowns.childLists).models
        case .day:
            return (0...BreakdownDefinitions.longestFollowUp).map { day in
                (Self.code(ofDay: day), LocalizedText(nl: "Dag \(day)", en: "Day \(day)"))
            }
        case .form, .heaviestForm, .referrer, .sex, .reason, .type, .informant, .nature, .appraisal,
            .decision,
            .outcome, .referral, .involvement, .acute, .ownNetwork, .duration:
            // Forms of help stand in youth assistance, also where they are looked at from elsewhere.
            let holders = [source] + (breakdown == .form ? ["jeugdhulp"] : [])
            let column = holders.lazy.compactMap {
                sources[$0]?.column(breakdown.protocolColumn)
            }.first
            let entries = column?.codeList.flatMap { codeLists[$0] }?.entries ?? []
            return entries.filter { column?.codes?.contains($0.code) ?? true }
                .map { ($0.code, $0.label) }
        }
    }

    /// The code of a day of the follow-up: three digits, so that codes stand in the order of days.
    static func code(ofDay day: Int) -> String {
        let digits = String(day)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
