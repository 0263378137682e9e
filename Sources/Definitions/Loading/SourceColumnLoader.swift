import Domain

/// Reads one column of a source.
struct SourceColumnLoader {
    let codeLists: [String: CodeList]

    func column(of value: RecordValue) throws(DefinitionError) -> SourceDefinition.Column {
        let reader = try value.record(keys: [
            "name", "kind", "code-list", "obligatory", "one-of", "from", "until", "stored",
            "aliases", "codes", "as", "permit", "obligations",
        ])
        let kind = try reader.required("kind").choice(SourceDefinition.Kind.self)
        let list = try codeList(of: reader, kind: kind)
        let codes = try reader.optional("codes")?.list()
        for code in codes ?? [] {
            try check(code, in: list)
        }
        let (from, until) = try reader.stretch()
        return SourceDefinition.Column(
            name: try reader.required("name").text(),
            kind: kind,
            codeList: list?.id,
            isObligatory: try reader.optional("obligatory")?.flag() ?? false,
            oneOf: try reader.optional("one-of")?.text(),
            from: from,
            until: until,
            isStored: try reader.required("stored").flag(),
            aliases: try aliases(of: reader.optional("aliases"), list: list),
            codes: try codes.map { codes throws(DefinitionError) in
                Set(try codes.map { code throws(DefinitionError) in try code.text() })
            },
            storedName: try reader.optional("as")?.text(),
            permit: try reader.optional("permit")?.text(),
            obligations: try obligations(of: reader.optional("obligations"))
        )
    }

    /// Changes of the obligation, each later than the one before.
    private func obligations(
        of value: RecordValue?
    ) throws(DefinitionError) -> [SourceDefinition.Column.Obligation] {
        guard let value else { return [] }
        var changes: [SourceDefinition.Column.Obligation] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["from", "obligatory"])
            let from = try reader.required("from").halfYear()
            if let last = changes.last, from <= last.from {
                throw item.mistake(
                    found: "a change in \(from) behind one in \(last.from)",
                    expected: "half-years in their order"
                )
            }
            changes.append(
                SourceDefinition.Column.Obligation(
                    from: from,
                    isObligatory: try reader.required("obligatory").flag()
                )
            )
        }
        return changes
    }

    private func codeList(
        of reader: RecordReader,
        kind: SourceDefinition.Kind
    ) throws(DefinitionError) -> CodeList? {
        let named = reader.optional("code-list")
        guard kind == .code || kind == .codeSet else {
            if let named {
                throw named.mistake(
                    found: "a code list for the kind `\(kind.rawValue)`",
                    expected: "one only for the kinds `code` and `code-set`"
                )
            }
            return nil
        }
        let id = try reader.required("code-list")
        guard let list = codeLists[try id.text()] else {
            throw id.mistake(
                found: "the code list \(id.described), which does not exist",
                expected: "one of "
                    + codeLists.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        return list
    }

    private func check(_ code: RecordValue, in list: CodeList?) throws(DefinitionError) {
        let text = try code.text()
        guard let list, list.entries.contains(where: { $0.code == text }) else {
            throw code.mistake(
                found: "the code `\(text)`",
                expected: "a code of the list `\(list?.id ?? "")`"
            )
        }
    }

    private func aliases(
        of value: RecordValue?,
        list: CodeList?
    ) throws(DefinitionError) -> [String: String] {
        guard let value else { return [:] }
        guard case .record(let pairs) = value.content else {
            throw value.mistake(found: value.described, expected: "codes by alias")
        }
        var aliases: [String: String] = [:]
        for (alias, code) in pairs {
            try check(code, in: list)
            let text = try alias.text()
            guard list?.entries.contains(where: { $0.code == text }) != true else {
                throw alias.mistake(
                    found: "the alias `\(text)`, which is a code of the list itself",
                    expected: "another"
                )
            }
            aliases[text] = try code.text()
        }
        return aliases
    }
}
