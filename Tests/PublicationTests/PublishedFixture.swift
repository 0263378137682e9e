import Definitions
import Disclosure
import Domain
import FoundationEssentials
import Publication

/// A release with every own table for a few regions, made from plain arithmetic.
///
/// Half-years run from 2016H1 to 2019H1, and 2017H2 is a hole. Numbers of the country for
/// certified institutions are the published ones, off by less than the rounding takes away.
struct PublishedFixture {
    static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    static let release = Release(
        day: CalendarDay(year: 2026, month: 10, day: 15) ?? CalendarDay(number: 0),
        origin: .fictive
    )

    static let country = CellTable.Region(geography: .country, code: "NL01")
    /// A municipality with shown figures.
    static let amsterdam = CellTable.Region(geography: .municipality, code: "GM0363")
    /// A municipality of which every count is withheld.
    static let rozendaal = CellTable.Region(geography: .municipality, code: "GM0277")
    /// A municipality of which the counts are zero.
    static let vlieland = CellTable.Region(geography: .municipality, code: "GM0096")

    static let periods = ["2016H1", "2016H2", "2017H1", "2018H1", "2018H2", "2019H1"]

    let definitions: DefinitionSet
    let folder: URL

    init() throws {
        definitions = try PublishedFixture.definitions.get()
        folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-publication-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true
        )
    }

    /// The tables, protected, made once for all tests.
    private static let protected = Result {
        try FixtureTables.protected(definitions: definitions.get())
    }

    /// The tables, protected.
    func tables() throws -> [ProtectedTable] {
        try PublishedFixture.protected.get()
    }

    /// Writes the release and gives its path.
    @discardableResult
    func write(_ name: String = "published.sqlite", tables: [ProtectedTable]? = nil) throws
        -> String
    {
        let path = folder.appending(path: name).path
        try PublishedDatabaseWriter.write(
            tables: try tables ?? self.tables(),
            series: definitions.published,
            definitions: definitions,
            release: PublishedFixture.release,
            to: path
        )
        return path
    }

    /// The site over a freshly written release.
    func site() throws -> PublicSite {
        PublicSite(
            database: try PublishedDatabase(path: try write()),
            definitions: definitions
        )
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
