import Domain

/// Reads `breakdowns.yaml`.
struct BreakdownLoader {
    let folder: DefinitionFolder
    let codeLists: [String: CodeList]

    func load() throws(DefinitionError) -> BreakdownDefinitions {
        let reader = try folder.yaml("breakdowns.yaml").record(keys: [
            "age-classes", "duration-classes", "forms-heaviest-first", "referrer-groups",
            "referrers-with-outcomes",
            "report-scopes", "reporter-groups", "child-sources", "child-lists",
            "investigation-outcomes", "report-groups",
        ])
        let reports = ReportBreakdownLoader(codeLists: codeLists)
        let scopes = try reports.scopes(of: try reader.required("report-scopes"))
        let linked = LinkedBreakdownLoader(codeLists: codeLists)
        return BreakdownDefinitions(
            childLists: try linked.lists(of: try reader.required("child-lists")),
            investigationOutcomes: try linked.outcomes(
                of: try reader.required("investigation-outcomes")
            ),
            reportGroups: try linked.groups(
                of: try reader.required("report-groups"),
                scopes: scopes.map(\.code)
            ),
            childSources: try reports.childSources(of: try reader.required("child-sources")),
            reportScopes: scopes,
            reporterGroups: try reports.groups(of: try reader.required("reporter-groups")),
            ageClasses: try ages(try reader.required("age-classes")),
            durationClasses: try durations(try reader.required("duration-classes")),
            formsHeaviestFirst: try forms(try reader.required("forms-heaviest-first")),
            referrerGroups: try groups(try reader.required("referrer-groups")),
            referrersWithOutcomes: try referrers(try reader.required("referrers-with-outcomes"))
        )
    }

    private func ages(
        _ value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.AgeClass] {
        var classes: [BreakdownDefinitions.AgeClass] = []
        var next: Int? = 0
        for item in try value.list() {
            let reader = try item.record(keys: ["code", "from", "to", "label"])
            let from = try reader.required("from").number(in: 0...120)
            guard from == next else {
                throw try reader.required("from").mistake(
                    found: "`\(from)`",
                    expected: next.map { "`\($0)`, so that no age is left out or in two classes" }
                        ?? "no class behind one without end"
                )
            }
            let to = try reader.optional("to")?.number(in: from...120)
            classes.append(
                BreakdownDefinitions.AgeClass(
                    code: try reader.required("code").text(),
                    from: from,
                    to: to,
                    label: try reader.required("label").localized()
                )
            )
            next = to.map { $0 + 1 }
        }
        guard next == nil else {
            throw value.mistake(
                found: "a last age class with an end",
                expected: "one without `to`"
            )
        }
        return classes
    }

    private func durations(
        _ value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.DurationClass] {
        var classes: [BreakdownDefinitions.DurationClass] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["code", "from-months", "label"])
            let from = try reader.required("from-months").number(in: 0...1200)
            let isNext = classes.last.map { $0.fromMonths < from } ?? (from == 0)
            guard isNext else {
                throw try reader.required("from-months").mistake(
                    found: "`\(from)`",
                    expected: "0 first and then always more"
                )
            }
            classes.append(
                BreakdownDefinitions.DurationClass(
                    code: try reader.required("code").text(),
                    fromMonths: from,
                    label: try reader.required("label").localized()
                )
            )
        }
        guard !classes.isEmpty else {
            throw value.mistake(found: "no duration classes", expected: "at least one")
        }
        return classes
    }

    private func forms(_ value: RecordValue) throws(DefinitionError) -> [String] {
        let forms = try value.texts()
        let list = codeLists["hulpvorm"]?.entries.map(\.code) ?? []
        guard forms.sorted() == list.sorted() else {
            throw value.mistake(
                found: "the forms " + forms.joined(separator: ", "),
                expected: "each code of the list `hulpvorm` once: "
                    + list.joined(separator: ", ")
            )
        }
        return forms
    }

    private func groups(
        _ value: RecordValue
    ) throws(DefinitionError) -> [BreakdownDefinitions.ReferrerGroup] {
        var groups: [BreakdownDefinitions.ReferrerGroup] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["code", "referrers", "label"])
            groups.append(
                BreakdownDefinitions.ReferrerGroup(
                    code: try reader.required("code").text(),
                    referrers: try referrers(try reader.required("referrers")),
                    label: try reader.required("label").localized()
                )
            )
        }
        let grouped = groups.flatMap(\.referrers).sorted()
        let list = codeLists["verwijzer"]?.entries.map(\.code) ?? []
        guard grouped == list.sorted() else {
            throw value.mistake(
                found: "the referrers " + grouped.joined(separator: ", "),
                expected: "each code of the list `verwijzer` in one group: "
                    + list.joined(separator: ", ")
            )
        }
        return groups
    }

    private func referrers(_ value: RecordValue) throws(DefinitionError) -> [String] {
        let list = codeLists["verwijzer"]?.entries.map(\.code) ?? []
        return try value.list().map { item throws(DefinitionError) in
            let code = try item.text()
            guard list.contains(code) else {
                throw item.mistake(
                    found: "the referrer `\(code)`",
                    expected: "one of " + list.map { "`\($0)`" }.joined(separator: ", ")
                )
            }
            return code
        }
    }
}
