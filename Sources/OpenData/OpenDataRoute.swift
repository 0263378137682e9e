/// Where a path of open data leads.
///
/// Paths are read without regard to case, as at Statistics Netherlands, whose own links mix `OData`
/// and `odata`.
enum OpenDataRoute: Sendable, Equatable {
    /// The catalogue of version 3.
    case catalogue(set: String?)
    /// A table of version 3: its service document, or one of its sets with the mark of a page.
    case v3(table: String, set: String?, page: String?)
    /// The catalogues of version 4.
    case v4Catalogues
    /// The list of tables of version 4.
    case v4Datasets
    /// A table of version 4: its service document, or one of its sets with the mark of a page.
    case v4(table: String, set: String?, page: String?)
    /// A file in one of the formats.
    case file(name: String)

    /// The roots, in small letters.
    enum Root: String, CaseIterable {
        case catalogue = "odatacatalog"
        case api = "odataapi"
        case feed = "odatafeed"
        case v4 = "odata"
        case files = "data"
    }

    /// The root a path begins with.
    static func root(of path: String) -> Root? {
        let first = path.split(separator: "/").first.map { $0.lowercased() }
        return first.flatMap(Root.init)
    }

    /// The dialect in which errors of a path are written.
    static func dialect(of path: String) -> ODataDialect {
        switch root(of: path) {
        case .v4, .files: .v4
        default: .v3
        }
    }

    /// Reads a path.
    ///
    /// - Throws: ``ODataError`` when nothing stands there or it is not encoded well.
    init(_ path: String) throws(ODataError) {
        guard let root = OpenDataRoute.root(of: path) else { throw .notFound(what: "address") }
        var words: [String] = []
        for word in path.split(separator: "/").dropFirst() {
            words.append(try QueryString.decoded(word.utf8, plusIsSpace: false))
        }
        switch root {
        case .catalogue: self = try OpenDataRoute.catalogue(words)
        case .api, .feed:
            guard words.first?.lowercased() == "odata" else { throw .notFound(what: "address") }
            let (table, set, page) = try OpenDataRoute.table(Array(words.dropFirst()))
            self = .v3(table: table, set: set, page: page)
        case .v4: self = try OpenDataRoute.v4(words)
        case .files:
            guard words.count == 1 else { throw .notFound(what: "file") }
            self = .file(name: words[0])
        }
    }

    private static func catalogue(_ words: [String]) throws(ODataError) -> OpenDataRoute {
        guard words.count <= 1 else { throw .notFound(what: "entity set") }
        return .catalogue(set: words.first)
    }

    private static func v4(_ path: [String]) throws(ODataError) -> OpenDataRoute {
        // The version may be left out, as one of the clients does.
        let words = path.first?.lowercased() == "v1" ? Array(path.dropFirst()) : path
        switch words.first?.lowercased() {
        case "catalogs" where words.count == 1, nil: return .v4Catalogues
        case "datasets" where words.count == 1: return .v4Datasets
        case "cbs":
            if words.count == 1 { return .v4Datasets }
            let (table, set, page) = try table(Array(words.dropFirst()))
            return .v4(table: table, set: set, page: page)
        default: throw .notFound(what: "catalogue")
        }
    }

    private static func table(
        _ words: [String]
    ) throws(ODataError) -> (table: String, set: String?, page: String?) {
        switch words.count {
        case 1: return (words[0], nil, nil)
        case 2: return (words[0], words[1], nil)
        case 4 where words[2] == "page": return (words[0], words[1], words[3])
        default: throw .notFound(what: "address")
        }
    }
}
