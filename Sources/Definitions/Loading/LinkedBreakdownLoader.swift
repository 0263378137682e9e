import Domain

/// Reads the parts of `breakdowns.yaml` by which linked sources are broken down.
struct LinkedBreakdownLoader {
    let codeLists: [String: CodeList]

    /// The lists of which the overlap is counted: three to five, each source in one of them.
    func lists(
        of value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.ChildList] {
        let lists = try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["code", "sources", "label"])
            return BreakdownDefinitions.ChildList(
                code: try reader.required("code").text(),
                sources: try reader.required("sources").list().map {
                    source throws(DefinitionError) in
                    try source.choice(BreakdownDefinitions.ChildSource.Code.self)
                },
                label: try reader.required("label").localized()
            )
        }
        let sources = lists.flatMap(\.sources)
        guard (3...5).contains(lists.count), Set(lists.map(\.code)).count == lists.count,
            Set(sources).count == sources.count
        else {
            throw value.mistake(
                found: "\(lists.count) lists of \(sources.count) sources",
                expected: "three to five lists, each code and each source once"
            )
        }
        return lists
    }

    /// What an investigation can have found, the weightiest first.
    func outcomes(
        of value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.InvestigationOutcome] {
        let known = codeLists["vt_uitkomst_onderzoek"]?.entries.map(\.code) ?? []
        var seen: Set<String> = []
        var found: [BreakdownDefinitions.InvestigationOutcome] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["code", "outcomes", "label"])
            for outcome in try reader.required("outcomes").list() {
                let code = try outcome.text()
                guard known.contains(code), seen.insert(code).inserted else {
                    throw outcome.mistake(
                        found: "the outcome `\(code)`",
                        expected: "each at most once of " + known.joined(separator: ", ")
                    )
                }
            }
            found.append(
                BreakdownDefinitions.InvestigationOutcome(
                    code: try reader.required("code").text(),
                    outcomes: try reader.required("outcomes").texts(),
                    label: try reader.required("label").localized()
                )
            )
        }
        return found
    }

    /// The groups of reports: those of a scope each, and one of all others.
    func groups(
        of value: RecordValue,
        scopes: [String]
    ) throws(DefinitionError) -> [BreakdownDefinitions.ReportGroup] {
        let groups = try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["code", "scope", "label"])
            let scope = try reader.optional("scope")?.text()
            if let scope, !scopes.contains(scope) {
                throw try reader.required("scope").mistake(
                    found: "the scope `\(scope)`",
                    expected: "one of " + scopes.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return BreakdownDefinitions.ReportGroup(
                code: try reader.required("code").text(),
                scope: scope,
                label: try reader.required("label").localized()
            )
        }
        guard groups.filter({ $0.scope == nil }).count == 1 else {
            throw value.mistake(
                found: "\(groups.filter { $0.scope == nil }.count) groups without a scope",
                expected: "one, for all other reports"
            )
        }
        return groups
    }
}
