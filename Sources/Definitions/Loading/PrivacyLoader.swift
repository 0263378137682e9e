import Domain

/// Reads the folder `privacy`.
struct PrivacyLoader {
    let folder: DefinitionFolder
    let sources: [String: SourceDefinition]

    func load() throws(DefinitionError) -> PrivacyDefinitions {
        PrivacyDefinitions(
            domains: try domains(),
            lawfulFields: try lawfulFields(),
            rejectedItems: try rejectedItems(),
            retention: try retention(),
            permits: try permitRules(),
            register: try register()
        )
    }

    private func domains() throws(DefinitionError) -> [PseudonymDomain] {
        var domains: [PseudonymDomain] = []
        for item in try folder.yaml("privacy/domains.yaml").list() {
            let reader = try item.record(keys: [
                "id", "sources", "from", "until", "reason",
            ])
            let id = try reader.required("id")
            let (from, until) = try reader.stretch()
            let domain = PseudonymDomain(
                id: try id.text(),
                sources: try known(reader.required("sources")),
                from: from,
                until: until,
                reason: try reader.required("reason").localized()
            )
            for other in domains {
                guard other.id != domain.id else {
                    throw id.mistake(
                        found: "the domain `\(domain.id)` more than once",
                        expected: "it once"
                    )
                }
                let shares = other.sources.contains(where: domain.sources.contains)
                let begins = from.map(other.covers) ?? (other.from == nil)
                guard !shares || !(begins || (other.from.map(domain.covers) ?? begins)) else {
                    throw id.mistake(
                        found: "a half-year of a source in both `\(other.id)` and `\(domain.id)`",
                        expected: "each in one domain"
                    )
                }
            }
            domains.append(domain)
        }
        return domains
    }

    private func lawfulFields() throws(DefinitionError) -> [String: LawfulFields] {
        var fields: [String: LawfulFields] = [:]
        for item in try folder.yaml("privacy/fields.yaml").list() {
            let reader = try item.record(keys: ["source", "columns", "legal-ground"])
            let source = try knownSource(reader.required("source"))
            fields[source] = LawfulFields(
                source: source,
                columns: Set(try reader.required("columns").texts()),
                legalGround: try reader.required("legal-ground").localized()
            )
        }
        return fields
    }

    private func rejectedItems() throws(DefinitionError) -> [RejectedItem] {
        var items: [RejectedItem] = []
        for item in try folder.yaml("privacy/rejected.yaml").list() {
            let reader = try item.record(keys: [
                "id", "sources", "names", "instruments", "title", "reason", "reference",
            ])
            items.append(
                RejectedItem(
                    id: try reader.required("id").text(),
                    sources: try known(reader.required("sources")),
                    names: try reader.required("names").texts(),
                    wordings: try reader.optional("instruments")?.texts() ?? [],
                    title: try reader.required("title").localized(),
                    reason: try reader.required("reason").localized(),
                    reference: try reader.required("reference").text()
                )
            )
        }
        return items
    }

    private func retention() throws(DefinitionError) -> [String: RetentionRule] {
        var rules: [String: RetentionRule] = [:]
        for item in try folder.yaml("privacy/retention.yaml").list() {
            let reader = try item.record(keys: ["source", "years", "reason"])
            let source = try knownSource(reader.required("source"))
            rules[source] = RetentionRule(
                source: source,
                years: try reader.required("years").number(in: 1...50),
                reason: try reader.required("reason").localized()
            )
        }
        for source in sources.values.sorted(by: { $0.id < $1.id })
        where source.isStored && rules[source.id] == nil {
            throw DefinitionError(
                file: "privacy/retention.yaml",
                line: nil,
                found: "no rule for the source `\(source.id)`, which is stored",
                expected: "one"
            )
        }
        return rules
    }

    private func permitRules() throws(DefinitionError) -> PermitRules {
        let reader = try folder.yaml("privacy/permits.yaml").record(keys: [
            "shortest-text", "longest-months", "approvers", "smallest-class", "reason",
        ])
        return PermitRules(
            shortestText: try reader.required("shortest-text").number(in: 1...1000),
            longestMonths: try reader.required("longest-months").number(in: 1...120),
            // Fewer than two would be no four eyes.
            approvers: try reader.required("approvers").number(in: 2...9),
            smallestClass: try reader.required("smallest-class").number(in: 2...1000),
            reason: try reader.required("reason").localized()
        )
    }

    private func known(_ value: RecordValue) throws(DefinitionError) -> [String] {
        var names: [String] = []
        for item in try value.list() { names.append(try knownSource(item)) }
        guard !names.isEmpty else {
            throw value.mistake(found: "no source", expected: "at least one")
        }
        return names
    }

    private func knownSource(_ value: RecordValue) throws(DefinitionError) -> String {
        let name = try value.text()
        guard sources[name] != nil else {
            throw value.mistake(
                found: "the source \(value.described), which does not exist",
                expected: "one of "
                    + sources.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        return name
    }
}
