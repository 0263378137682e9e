import Domain

/// Reads `layouts/<id>.yaml`.
struct LayoutLoader {
    let folder: DefinitionFolder
    let sources: [String: SourceDefinition]

    func load() throws(DefinitionError) -> [String: FixedWidthLayout] {
        var layouts: [String: FixedWidthLayout] = [:]
        for file in try folder.files(in: "layouts", extension: "yaml") {
            let layout = try layout(of: try folder.yaml(file), file: file)
            layouts[layout.id] = layout
        }
        return layouts
    }

    private func layout(
        of value: RecordValue,
        file: String
    ) throws(DefinitionError) -> FixedWidthLayout {
        let reader = try value.record(keys: [
            "id", "source", "example", "title", "reference", "width", "fields",
        ])
        let source = try reader.required("source").source(among: sources)
        let width = try reader.required("width").number(in: 1...65_536)
        return FixedWidthLayout(
            id: try reader.identity(of: file),
            source: source.id,
            isExample: try reader.required("example").flag(),
            title: try reader.required("title").localized(),
            reference: try reader.required("reference").localized(),
            width: width,
            fields: try fields(of: try reader.required("fields"), width: width, source: source)
        )
    }

    private func fields(
        of value: RecordValue,
        width: Int,
        source: SourceDefinition
    ) throws(DefinitionError) -> [FixedWidthLayout.Field] {
        var fields: [FixedWidthLayout.Field] = []
        for item in try value.list(expected: "a list of fields") {
            let reader = try item.record(keys: ["column", "from", "width"])
            let column = try reader.required("column").column(of: source)
            guard !fields.contains(where: { $0.column == column }) else {
                throw item.mistake(
                    found: "the column `\(column)` more than once",
                    expected: "it once"
                )
            }
            let field = FixedWidthLayout.Field(
                column: column,
                from: try reader.required("from").number(in: 1...width),
                width: try reader.required("width").number(in: 1...width)
            )
            let free = fields.last.map { $0.from + $0.width } ?? 1
            guard field.from >= free, field.from + field.width - 1 <= width else {
                throw item.mistake(
                    found: "a field on places \(field.from)–\(field.from + field.width - 1)",
                    expected: "fields in the order of the line, from place \(free) to \(width)"
                )
            }
            fields.append(field)
        }
        return fields
    }
}

extension RecordValue {
    /// A source that exists.
    func source(
        among sources: [String: SourceDefinition]
    ) throws(DefinitionError) -> SourceDefinition {
        guard let source = sources[try text()] else {
            throw mistake(
                found: "the source \(described), which does not exist",
                expected: "one of "
                    + sources.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        return source
    }

    /// The name of a column of a source.
    func column(of source: SourceDefinition) throws(DefinitionError) -> String {
        let name = try text()
        guard source.column(name) != nil else {
            throw mistake(
                found: "the column `\(name)`",
                expected: "a column of the source `\(source.id)`"
            )
        }
        return name
    }
}
