import Domain

/// Reads `sources/<id>.yaml`.
struct SourceLoader {
    let folder: DefinitionFolder
    let codeLists: [String: CodeList]

    func load() throws(DefinitionError) -> [String: SourceDefinition] {
        var sources: [String: SourceDefinition] = [:]
        for file in try folder.files(in: "sources", extension: "yaml") {
            let source = try source(of: try folder.yaml(file), file: file)
            sources[source.id] = source
        }
        return sources
    }

    private func source(
        of value: RecordValue,
        file: String
    ) throws(DefinitionError) -> SourceDefinition {
        let reader = try value.record(keys: [
            "id", "title", "reference", "columns", "special-numbers", "limits", "shape", "holders",
            "stored", "permit", "reconstructed",
        ])
        let shape = try reader.optional("shape")?.choice(SourceDefinition.Shape.self) ?? .persons
        let columns = try columns(of: try reader.required("columns"), shape: shape)
        var special: [SourceDefinition.SpecialNumber] = []
        for item in try reader.required("special-numbers").list() {
            special.append(try specialNumber(of: item))
        }
        return SourceDefinition(
            id: try reader.identity(of: file),
            title: try reader.required("title").localized(),
            reference: try reader.required("reference").localized(),
            columns: columns,
            specialNumbers: special,
            limits: try limits(of: try reader.required("limits")),
            shape: shape,
            holderForm: try reader.optional("holders")?.choice(SourceDefinition.HolderForm.self)
                ?? .kvk,
            isStored: try reader.optional("stored")?.flag() ?? true,
            permit: try reader.optional("permit")?.text(),
            isReconstructed: try reader.optional("reconstructed")?.flag() ?? false
        )
    }

    /// Kinds of which a file of a shape has exactly one column.
    private static func single(_ shape: SourceDefinition.Shape) -> [SourceDefinition.Kind] {
        switch shape {
        case .persons: [.holder, .period, .bsn, .birthDate]
        case .reports: [.holder, .period, .bsn, .birthDate, .identifier]
        case .contacts: [.holder, .period, .bsn, .identifier]
        case .counts: [.holder, .period, .count]
        case .figures: [.year]
        }
    }

    private func columns(
        of value: RecordValue,
        shape: SourceDefinition.Shape
    ) throws(DefinitionError) -> [SourceDefinition.Column] {
        var columns: [SourceDefinition.Column] = []
        for item in try value.list() {
            let column = try SourceColumnLoader(codeLists: codeLists).column(of: item)
            guard !columns.contains(where: { $0.name == column.name }) else {
                throw item.mistake(
                    found: "the column `\(column.name)` more than once",
                    expected: "it once"
                )
            }
            columns.append(column)
        }
        for kind in SourceLoader.single(shape)
        where columns.count(where: { $0.kind == kind }) != 1 {
            throw value.mistake(
                found: "\(columns.count(where: { $0.kind == kind })) columns of the kind "
                    + "`\(kind.rawValue)`",
                expected: "one"
            )
        }
        return columns
    }

    private func specialNumber(
        of value: RecordValue
    ) throws(DefinitionError) -> SourceDefinition.SpecialNumber {
        let reader = try value.record(keys: ["code", "meaning", "from", "until"])
        let code = try reader.required("code")
        let digits = try code.text()
        guard digits.utf8.count == 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw code.mistake(found: code.described, expected: "nine digits")
        }
        let (from, until) = try reader.stretch()
        return SourceDefinition.SpecialNumber(
            code: digits,
            meaning: try reader.required("meaning").choice(
                SourceDefinition.SpecialNumber.Meaning.self
            ),
            from: from,
            until: until
        )
    }

    private func limits(of value: RecordValue) throws(DefinitionError) -> [String: Int] {
        guard case .record(let pairs) = value.content else {
            throw value.mistake(found: value.described, expected: "limits by name")
        }
        var limits: [String: Int] = [:]
        for (key, limit) in pairs {
            limits[try key.text()] = try limit.number(in: 0...1_000_000_000)
        }
        return limits
    }
}
