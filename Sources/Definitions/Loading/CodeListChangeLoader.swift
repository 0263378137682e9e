import Domain

/// Reads `codelists/changes.yaml`: what changed in a list, by the half-year from which it holds.
///
/// A list inherits everything that no change names, so only additions, new labels and removals are
/// written down, as a protocol's own list of changes does.
struct CodeListChangeLoader {
    let folder: DefinitionFolder

    private static let file = "codelists/changes.yaml"

    /// The lists with every change in them.
    func apply(to lists: [String: CodeList]) throws(DefinitionError) -> [String: CodeList] {
        guard folder.has(CodeListChangeLoader.file) else { return lists }
        var changed = lists
        var latest: [String: ReportingPeriod] = [:]
        for item in try folder.yaml(CodeListChangeLoader.file).list(expected: "a list of changes") {
            let reader = try item.record(keys: [
                "list", "from", "reference", "add", "change", "remove",
            ])
            let name = try reader.required("list")
            let id = try name.text()
            guard var entries = changed[id]?.entries else {
                throw name.mistake(
                    found: "the code list \(name.described), which does not exist",
                    expected: "one that does"
                )
            }
            let from = try reader.required("from").halfYear()
            if let before = latest[id], from <= before {
                throw item.mistake(
                    found: "a change in \(from) behind one in \(before)",
                    expected: "half-years in their order"
                )
            }
            latest[id] = from
            let reference = try reader.required("reference").text()
            for value in try reader.optional("add")?.list() ?? [] {
                try add(value, from: from, reference: reference, to: &entries)
            }
            for value in try reader.optional("change")?.list() ?? [] {
                try relabel(value, from: from, in: &entries)
            }
            for value in try reader.optional("remove")?.list() ?? [] {
                let place = try place(of: value, in: entries)
                entries[place].removed = from
            }
            changed[id] = CodeList(id: id, entries: entries)
        }
        return changed
    }

    private func add(
        _ value: RecordValue,
        from: ReportingPeriod,
        reference: String,
        to entries: inout [CodeList.Entry]
    ) throws(DefinitionError) {
        let reader = try value.record(keys: ["code", "nl", "en", "uncertain", "group"])
        let code = try reader.required("code")
        let text = try code.text()
        guard !entries.contains(where: { $0.code == text }) else {
            throw code.mistake(found: "the code `\(text)` more than once", expected: "it once")
        }
        var entry = CodeList.Entry(
            code: text,
            label: LocalizedText(
                nl: try reader.required("nl").text(),
                en: try reader.required("en").text()
            ),
            fromYear: nil,
            untilYear: nil,
            source: reference,
            isUncertain: try reader.optional("uncertain")?.flag() ?? false,
            group: try reader.optional("group")?.text()
        )
        entry.added = from
        entries.append(entry)
    }

    private func relabel(
        _ value: RecordValue,
        from: ReportingPeriod,
        in entries: inout [CodeList.Entry]
    ) throws(DefinitionError) {
        let reader = try value.record(keys: ["code", "nl", "en"])
        let place = try place(of: try reader.required("code"), in: entries)
        var entry = entries[place]
        entry.formerLabels.append((entry.label, from))
        let label = LocalizedText(
            nl: try reader.required("nl").text(),
            en: try reader.required("en").text()
        )
        entries[place] = CodeList.Entry(
            code: entry.code,
            label: label,
            fromYear: entry.fromYear,
            untilYear: entry.untilYear,
            source: entry.source,
            isUncertain: entry.isUncertain,
            group: entry.group,
            added: entry.added,
            removed: entry.removed,
            formerLabels: entry.formerLabels
        )
    }

    private func place(
        of value: RecordValue,
        in entries: [CodeList.Entry]
    ) throws(DefinitionError) -> Int {
        let code = try value.text()
        guard let place = entries.firstIndex(where: { $0.code == code && $0.removed == nil })
        else {
            throw value.mistake(
                found: "the code `\(code)`, which the list does not have",
                expected: "a code of the list"
            )
        }
        return place
    }
}
