import Domain
import FoundationEssentials

/// Reads a column mapping, which lies with the holder and not among the definitions.
struct ColumnMappingLoader {
    let sources: [String: SourceDefinition]

    func mapping(of value: RecordValue) throws(DefinitionError) -> ColumnMapping {
        let reader = try value.record(keys: ["id", "source", "title", "date-format", "columns"])
        let source = try reader.required("source").source(among: sources)
        let format = try reader.optional("date-format").map(dateFormat)
        var columns: [ColumnMapping.Column] = []
        for item in try reader.required("columns").list(expected: "a list of columns") {
            let column = try column(of: item, source: source, format: format)
            guard !columns.contains(where: { $0.name == column.name }) else {
                throw item.mistake(
                    found: "the column `\(column.name)` more than once",
                    expected: "it once"
                )
            }
            columns.append(column)
        }
        return ColumnMapping(
            id: try reader.required("id").text(),
            source: source.id,
            title: try reader.required("title").localized(),
            columns: columns
        )
    }

    private func column(
        of value: RecordValue,
        source: SourceDefinition,
        format: ColumnMapping.DateFormat?
    ) throws(DefinitionError) -> ColumnMapping.Column {
        let reader = try value.record(keys: ["column", "from", "value", "codes", "date-format"])
        let name = try reader.required("column").column(of: source)
        let kind = source.column(name)?.kind
        let isDate = kind == .date || kind == .birthDate
        let own = reader.optional("date-format")
        if let own, !isDate {
            throw own.mistake(
                found: "a date format for the column `\(name)`",
                expected: "one only for a column with dates"
            )
        }
        return ColumnMapping.Column(
            name: name,
            origin: try origin(reader),
            codes: try codes(reader.optional("codes"), kind: kind),
            dateFormat: isDate ? try own.map(dateFormat) ?? format : nil
        )
    }

    private func origin(_ reader: RecordReader) throws(DefinitionError) -> ColumnMapping.Origin {
        switch (reader.optional("from"), reader.optional("value")) {
        case (let from?, nil): return .column(try from.text(expected: "a column of the export"))
        case (nil, let fixed?): return .value(try fixed.text())
        default:
            throw reader.whole.mistake(
                found: "both or neither of `from` and `value`",
                expected: "one of them"
            )
        }
    }

    private func codes(
        _ value: RecordValue?,
        kind: SourceDefinition.Kind?
    ) throws(DefinitionError) -> [String: String]? {
        guard let value else { return nil }
        guard case .record(let pairs) = value.content, kind == .code || kind == .municipality else {
            throw value.mistake(
                found: value.described,
                expected: "codes of the protocol by code of the export, for a column of codes"
            )
        }
        var codes: [String: String] = [:]
        for (key, code) in pairs { codes[try key.text()] = try code.text() }
        return codes
    }

    private func dateFormat(
        _ value: RecordValue
    ) throws(DefinitionError) -> ColumnMapping.DateFormat {
        let expected = "a pattern as `DD-MM-JJJJ`"
        guard let format = ColumnMapping.DateFormat(try value.text(expected: expected)) else {
            throw value.mistake(found: value.described, expected: expected)
        }
        return format
    }
}

extension DefinitionSet {
    /// Reads a holder's column mapping from a file.
    ///
    /// - Throws: ``DefinitionError`` naming the first mistake by file and line.
    public func mapping(path: String) throws(DefinitionError) -> ColumnMapping {
        guard let data = try? Data(contentsOf: URL(filePath: path)),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw DefinitionError(
                file: path,
                line: nil,
                found: "no file that can be read",
                expected: "a column mapping in UTF-8"
            )
        }
        return try ColumnMappingLoader(sources: sources).mapping(
            of: YAMLFile.parse(text, file: path)
        )
    }
}
