import Domain

/// Reads the parts of `breakdowns.yaml` by which advices and reports are broken down.
struct ReportBreakdownLoader {
    let codeLists: [String: CodeList]

    func scopes(
        of value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.ReportScope] {
        var scopes: [BreakdownDefinitions.ReportScope] = []
        for item in try value.list() {
            let reader = try item.record(keys: [
                "code", "occasions", "natures", "victim-under", "label",
            ])
            let code = try reader.required("code").text()
            guard !scopes.contains(where: { $0.code == code }) else {
                throw item.mistake(found: "the scope `\(code)` more than once", expected: "it once")
            }
            let scope = BreakdownDefinitions.ReportScope(
                code: code,
                occasions: try codes(of: reader.optional("occasions"), in: "vt_aanleiding"),
                natures: try codes(of: reader.optional("natures"), in: "vt_aard"),
                victimUnder: try reader.optional("victim-under")?.number(in: 1...120),
                label: try reader.required("label").localized()
            )
            guard !scope.occasions.isEmpty || !scope.natures.isEmpty || scope.victimUnder != nil
            else {
                throw item.mistake(
                    found: "a scope into which nothing falls",
                    expected: "`occasions`, `natures` or `victim-under`"
                )
            }
            scopes.append(scope)
        }
        return scopes
    }

    private func codes(
        of value: RecordValue?,
        in list: String
    ) throws(DefinitionError) -> [String] {
        guard let value else { return [] }
        let known = codeLists[list]?.entries.map(\.code) ?? []
        return try value.list().map { item throws(DefinitionError) in
            let code = try item.text()
            guard known.contains(code) else {
                throw item.mistake(
                    found: "the code `\(code)`",
                    expected: "one of the list `\(list)`: " + known.joined(separator: ", ")
                )
            }
            return code
        }
    }

    /// The groups of the code list, each with its label.
    func groups(
        of value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.ReporterGroup] {
        let groups = try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["code", "label"])
            return BreakdownDefinitions.ReporterGroup(
                code: try reader.required("code").text(),
                label: try reader.required("label").localized()
            )
        }
        let given = groups.map(\.code).sorted()
        let list = Set((codeLists["vt_hoedanigheid"]?.entries ?? []).map { $0.group ?? "" })
            .sorted()
        guard given == list else {
            throw value.mistake(
                found: "the groups " + given.joined(separator: ", "),
                expected: "each group of the list `vt_hoedanigheid` once: "
                    + list.joined(separator: ", ")
            )
        }
        return groups
    }

    /// The sources through which a child can be known.
    func childSources(
        of value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.ChildSource] {
        try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["code", "referrers", "label"])
            return BreakdownDefinitions.ChildSource(
                id: try reader.required("code").choice(
                    BreakdownDefinitions.ChildSource.Code.self
                ),
                referrers: try codes(of: reader.optional("referrers"), in: "verwijzer"),
                label: try reader.required("label").localized()
            )
        }
    }
}
