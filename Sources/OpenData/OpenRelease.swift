import Domain
package import Publication

/// Every open table of one state of the published database.
package struct OpenRelease: Sendable {
    /// The tables, each in both languages: indicators by id, then series in their order.
    package let tables: [OpenTable]
    let source: OpenTableSource
    /// What tells this state of the file from another.
    package let mark: PublishedState

    private let byName: [String: Int]

    init(tables: [OpenTable], source: OpenTableSource, mark: PublishedState) {
        self.tables = tables
        self.source = source
        self.mark = mark
        byName = Dictionary(
            tables.enumerated().map { ($1.id.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The table with an id, in any case.
    ///
    /// - Throws: ``ODataError`` when there is none.
    func table(_ id: String) throws(ODataError) -> OpenTable {
        guard let place = byName[id.lowercased()] else { throw .notFound(what: "table") }
        return tables[place]
    }

    /// The titles of the themes: own and published figures, each in both languages.
    var themes: [String] {
        ["opendata.theme.own", "opendata.theme.published"].flatMap { key in
            Language.allCases.map { source.text(key, $0) }
        }
    }
}
