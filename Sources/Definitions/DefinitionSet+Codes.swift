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
        case .form, .heaviestForm, .referrer, .sex, .reason, .type, .informant, .nature, .appraisal,
            .decision,
            .outcome, .referral, .involvement, .acute, .ownNetwork, .duration:
            let column = sources[source]?.columns.first { $0.name == breakdown.protocolColumn }
            let entries = column?.codeList.flatMap { codeLists[$0] }?.entries ?? []
            return entries.filter { column?.codes?.contains($0.code) ?? true }
                .map { ($0.code, $0.label) }
        }
    }
}
