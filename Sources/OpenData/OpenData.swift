public import Definitions
import Domain
public import Publication
import Synchronization

/// *Open data*: every table of the published database in the forms that others read.
///
/// It knows nothing of a network: a request goes in, an answer comes out. The forms are OData 3
/// and 4 as Statistics Netherlands serves them (`ODataV3`, `ODataV4`), CSV with CSVW, JSON-stat,
/// SDMX-CSV and a DCAT catalogue (`OpenFormat`).
public final class OpenData: Sendable {
    private let database: PublishedDatabase
    private let definitions: DefinitionSet
    private let pageRows: Int
    private let made = Mutex<(mark: PublishedState, release: OpenRelease)?>(nil)

    /// Creates the open data over a published database.
    ///
    /// - Parameters:
    ///   - database: The published database.
    ///   - definitions: The definitions, for words and names.
    ///   - pageRows: The most rows of one answer; below ten thousand some clients give up.
    public init(database: PublishedDatabase, definitions: DefinitionSet, pageRows: Int = 10_000) {
        self.database = database
        self.definitions = definitions
        self.pageRows = pageRows
    }

    /// The tables of the database as it is now; made once for each state of the file.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    package func release() throws(PublicationError) -> OpenRelease {
        let (mark, contents) = database.state()
        if let known = made.withLock({ $0?.mark == mark ? $0?.release : nil }) { return known }
        let source = OpenTableSource(contents: contents, definitions: definitions)
        let release = OpenRelease(tables: try source.tables(), source: source, mark: mark)
        made.withLock { $0 = (mark, release) }
        return release
    }

    /// What tells the state of the database as it is now from another.
    package var mark: PublishedState { database.state().mark }

    /// Whether a path is one of open data, so that no page stands there.
    public static func owns(path: String) -> Bool {
        OpenDataRoute.root(of: path) != nil
    }

    /// The answer to a request for open data.
    public func answer(_ request: OpenDataRequest) -> OpenDataAnswer {
        let dialect = OpenDataRoute.dialect(of: request.path)
        do throws(ODataError) {
            let release: OpenRelease
            do {
                release = try self.release()
            } catch {
                throw ODataError.unavailable
            }
            let route = try OpenDataRoute(request.path)
            return try OpenDataResponder(release: release, request: request, pageRows: pageRows)
                .answer(route)
        } catch {
            return OpenDataAnswer(
                status: error.status,
                type: ODataResponse.type,
                body: error.body(dialect)
            )
        }
    }
}
