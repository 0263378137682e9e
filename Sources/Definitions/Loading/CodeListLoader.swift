import Domain

/// Reads `codelists/<id>.csv`.
struct CodeListLoader {
    let folder: DefinitionFolder

    private static let columns = ["code", "nl", "en", "from", "until", "source", "uncertain"]

    func load() throws(DefinitionError) -> [String: CodeList] {
        var lists: [String: CodeList] = [:]
        for file in try folder.files(in: "codelists", extension: "csv") {
            let id = DefinitionFolder.stem(file)
            let rows = try rows(of: file)
            guard !rows.isEmpty else {
                throw DefinitionError(
                    file: file,
                    line: nil,
                    found: "no codes",
                    expected: "at least one"
                )
            }
            var entries: [CodeList.Entry] = []
            for row in rows {
                let entry = try entry(of: row)
                guard !entries.contains(where: { $0.code == entry.code }) else {
                    throw row.required("code").mistake(
                        found: "the code `\(entry.code)` more than once",
                        expected: "it once"
                    )
                }
                entries.append(entry)
            }
            lists[id] = CodeList(id: id, entries: entries)
        }
        return try CodeListChangeLoader(folder: folder).apply(to: lists)
    }

    /// The rows of a list; one whose codes are counted in groups has one column more.
    private func rows(of file: String) throws(DefinitionError) -> [CSVRow] {
        let grouped = CodeListLoader.columns + ["group"]
        if let rows = try? folder.csv(file, columns: grouped) { return rows }
        return try folder.csv(file, columns: CodeListLoader.columns)
    }

    private func entry(of row: CSVRow) throws(DefinitionError) -> CodeList.Entry {
        let code = try row.required("code").text(expected: "a code")
        guard code != "T", code != "U" else {
            throw row.required("code").mistake(
                found: "the code `\(code)`",
                expected: "another: `T` is the total and `U` unknown in every table"
            )
        }
        let from = try row.optional("from")?.number(in: 2000...2100)
        let until = try row.optional("until")?.number(in: 2000...2100)
        if let from, let until, until < from {
            throw row.required("until").mistake(
                found: "an end in \(until) before the start in \(from)",
                expected: "years in their order"
            )
        }
        return CodeList.Entry(
            code: code,
            label: LocalizedText(
                nl: try row.required("nl").text(expected: "a label in Dutch"),
                en: try row.required("en").text(expected: "a label in English")
            ),
            fromYear: from,
            untilYear: until,
            source: try row.required("source").text(expected: "a source"),
            isUncertain: try row.required("uncertain").flag(),
            group: try row.optional("group")?.text()
        )
    }
}
