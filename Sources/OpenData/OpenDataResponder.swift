import Definitions
import Domain
import Publication

/// Answers one request from one release.
struct OpenDataResponder {
    let release: OpenRelease
    let request: OpenDataRequest
    let pageRows: Int

    private var catalogue: ODataCatalogue {
        ODataCatalogue(
            tables: release.tables,
            day: release.source.contents.release.day,
            base: request.base,
            licence: release.source.definitions.openData.licence
        )
    }

    /// The answer.
    ///
    /// - Throws: ``ODataError`` that says what is wrong with the request.
    func answer(_ route: OpenDataRoute) throws(ODataError) -> OpenDataAnswer {
        switch route {
        case .catalogue(nil):
            return try services(
                ["Tables", "Themes", "Tables_Themes"],
                root: "\(request.base)/ODataCatalog",
                .v3
            )
        case .catalogue(let name?):
            let root = "\(request.base)/ODataCatalog"
            let set = try catalogue.set(name, release.themes)
            // The clients read the list of tables as one page.
            return try response(.v3, root).entities(set, page: nil, limit: .max)
        case .v3(let id, let name, let page):
            let table = try release.table(id)
            let path = request.path.lowercased().hasPrefix("/odataapi") ? "ODataApi" : "ODataFeed"
            let root = "\(request.base)/\(path)/odata/\(table.id)"
            guard let name else { return try services(ODataV3.names(of: table), root: root, .v3) }
            let set = try ODataV3.set(name, of: table, catalogue)
            return try response(.v3, root).entities(set, page: page, limit: pageRows)
        case .v4Catalogues: return try v4Catalogues()
        case .v4Datasets:
            let set = catalogue.properties(release.tables)
            return try response(.v4, "\(request.base)/odata/v1")
                .entities(set, page: nil, limit: .max)
        case .v4(let id, let name, let page):
            let table = try release.table(id)
            let root = "\(request.base)/odata/v1/CBS/\(table.id)"
            guard let name else { return try services(ODataV4.names(of: table), root: root, .v4) }
            let set = try ODataV4.set(name, of: table, catalogue)
            if name.lowercased() == "properties" { return try response(.v4, root).single(set) }
            return try response(.v4, root).entities(set, page: page, limit: pageRows)
        case .file(let name): return try OpenFormat.answer(name, release, request)
        }
    }

    private func response(_ dialect: ODataDialect, _ root: String) -> ODataResponse {
        ODataResponse(dialect: dialect, root: root, query: request.query)
    }

    private func services(
        _ names: [String],
        root: String,
        _ dialect: ODataDialect
    ) throws(ODataError) -> OpenDataAnswer {
        let columns = dialect == .v3 ? ["name", "url"] : ["name", "kind", "url"]
        let set = EntitySet(
            name: "",
            columns: columns,
            rows: names.map { name in
                let url = ODataValue.text("\(root)/\(name)")
                let kind = name == "Properties" ? "Singleton" : "EntitySet"
                return dialect == .v3
                    ? [.text(name), url] : [.text(name), .text(kind), .text(name)]
            }
        )
        return try response(dialect, root).entities(set, page: nil, limit: .max)
    }

    private func v4Catalogues() throws(ODataError) -> OpenDataAnswer {
        let terms = release.source.definitions.openData
        let set = EntitySet(
            name: "Catalogs",
            columns: ["Identifier", "Title", "Description", "Publisher", "Language", "License"],
            rows: [
                [
                    .text("CBS"), .text(release.source.text("opendata.catalogue.title", .nl)),
                    .text(release.source.text("opendata.catalogue.description", .nl)),
                    .text(terms.publisher.nl), .text("nl"), .text(terms.licence),
                ]
            ]
        )
        return try response(.v4, "\(request.base)/odata/v1")
            .entities(set, page: nil, limit: .max)
    }
}
