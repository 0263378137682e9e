/// *Vorm*: a file form in which a table is offered beside OData.
///
/// Each is there only because a reader that others wrote reads it in the tests.
enum OpenFormat: String, CaseIterable, Sendable {
    /// RFC 4180 with a header, one cell to a row.
    case csv = ".csv"
    /// The codes of the table's dimensions with their names, as CSV.
    case codes = ".codes.csv"
    /// CSV on the Web: what the two files above hold.
    case csvw = ".csv-metadata.json"
    /// JSON-stat 2.0.
    case jsonStat = ".jsonstat.json"
    /// SDMX-CSV 2.0.
    case sdmx = ".sdmx.csv"

    /// The name of the catalogue of all tables.
    static let catalogue = "catalogue.jsonld"

    /// The media type.
    var type: String {
        switch self {
        case .csv, .codes: "text/csv; charset=utf-8; header=present"
        case .csvw: "application/csvm+json"
        case .jsonStat: "application/json; charset=utf-8"
        case .sdmx: "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"
        }
    }

    /// The answer for a file by its name, as `BJ-01-NED.csv`.
    ///
    /// - Throws: ``ODataError`` when there is no such file or its query is wrong.
    static func answer(
        _ name: String,
        _ release: OpenRelease,
        _ request: OpenDataRequest
    ) throws(ODataError) -> OpenDataAnswer {
        if name == catalogue {
            return OpenDataAnswer(
                type: "application/ld+json",
                body: DCATCatalogue(release: release, base: request.base).body
            )
        }
        // The longest ending first: `.codes.csv` also ends in `.csv`.
        let endings = allCases.sorted { $0.rawValue.count > $1.rawValue.count }
        guard let format = endings.first(where: { name.hasSuffix($0.rawValue) }) else {
            throw .notFound(what: "file")
        }
        let table = try release.table(String(name.dropLast(format.rawValue.count)))
        let selection = try OpenSelection(table, query: request.query)
        let metadata = "\(request.base)/data/\(table.id)\(OpenFormat.csvw.rawValue)"
        return OpenDataAnswer(
            type: format.type,
            body: try format.body(table, selection, release),
            describedBy: format == .csv ? metadata : nil
        )
    }

    private func body(
        _ table: OpenTable,
        _ selection: OpenSelection,
        _ release: OpenRelease
    ) throws(ODataError) -> [UInt8] {
        switch self {
        case .csv: return table.csv(selection)
        case .codes: return table.codesCSV()
        case .csvw: return CSVWMetadata(table: table, source: release.source).body
        case .jsonStat: return try JSONStatDataset(table, selection, release).body
        case .sdmx: return table.sdmxCSV(selection)
        }
    }
}
