import Definitions
import Disclosure
import Domain
import FoundationEssentials
import Publication
import Testing

@Suite("Published database")
struct PublishedDatabaseTests {
    @Test func `the same release gives the same bytes`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let tables = try fixture.tables()
        let first = try Data(contentsOf: URL(filePath: fixture.write("a", tables: tables)))
        let second = try Data(
            contentsOf: URL(filePath: fixture.write("b", tables: tables.reversed()))
        )
        #expect(!first.isEmpty)
        #expect(first == second)
    }

    @Test func `writing leaves nothing beside the database`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        try fixture.write()
        try fixture.write()
        let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(files == ["published.sqlite"])
    }

    @Test func `what was shown, withheld, zero or nowhere is read back as such`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let contents = try PublishedDatabase(path: fixture.write()).current()
        let period = try #require(Period("2019H1"))
        let table = try #require(contents.table("BJ-01", period))
        func value(
            _ region: CellTable.Region,
            _ codes: [String: String] = [:]
        ) throws -> ProtectedTable.Value? {
            try contents.value(table, region, codes, measure: "trajectories")
        }
        #expect(try value(PublishedFixture.country, ["referrer": "04"]) == .shown(43_680))
        #expect(
            try value(PublishedFixture.country, ["referrer": "04", "form": "13"]) == .shown(1_195)
        )
        #expect(try value(PublishedFixture.rozendaal) == .suppressed)
        #expect(try value(PublishedFixture.vlieland) == .shown(0))
        #expect(try value(PublishedFixture.country, ["form": "99"]) == nil)
        #expect(
            try value(CellTable.Region(geography: .municipality, code: "GM9999")) == nil
        )
    }

    @Test func `every cell of every table comes back`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let tables = try fixture.tables()
        let contents = try PublishedDatabase(path: fixture.write(tables: tables)).current()
        let original = try #require(tables.first { $0.indicator == "JB-01" })
        let written = try #require(contents.table("JB-01", original.period))
        for region in original.regions {
            for code in original.dimensions[0].codes {
                for measure in original.measures {
                    #expect(
                        try contents.value(written, region, ["type": code], measure: measure.name)
                            == original.value(region, [code], measure.name)
                    )
                }
            }
        }
        #expect(contents.series == fixture.definitions.published)
        #expect(contents.release == PublishedFixture.release)
    }

    @Test func `a database in a folder without right to write is read`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let path = try fixture.write()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555],
            ofItemAtPath: fixture.folder.path
        )
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: fixture.folder.path
            )
        }
        let contents = try PublishedDatabase(path: path).current()
        #expect(contents.table("BJ-01", .halfYear(try #require(ReportingPeriod("2019H1")))) != nil)
        let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
        #expect(files == ["published.sqlite"])
    }

    @Test func `a database that is replaced is opened anew`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let tables = try fixture.tables()
        let path = try fixture.write(tables: tables.filter { $0.indicator == "BJ-01" })
        let database = try PublishedDatabase(path: path)
        #expect(database.current().tables["JB-01"] == nil)
        try fixture.write(tables: tables)
        #expect(database.current().tables["JB-01"] != nil)
    }

    @Test func `a broken file in its place leaves the release before in use`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let path = try fixture.write()
        let database = try PublishedDatabase(path: path)
        try Data("not a database".utf8).write(to: URL(filePath: path), options: .atomic)
        let contents = database.current()
        let table = try #require(contents.tables["BJ-01"]?.last)
        #expect(
            try contents.value(table, PublishedFixture.vlieland, measure: "trajectories")
                == .shown(0)
        )
    }

    @Test func `a missing file, another file and a table given twice are told apart`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let missing = fixture.folder.appending(path: "none").path
        #expect(throws: PublicationError.notFound(path: missing)) {
            try PublishedDatabase(path: missing)
        }
        let other = fixture.folder.appending(path: "other")
        try Data("not a database at all, just some text".utf8).write(to: other)
        #expect {
            try PublishedDatabase(path: other.path)
        } throws: { error in
            if case .notADatabase? = error as? PublicationError { true } else { false }
        }
        let table = try #require(try fixture.tables().first)
        #expect(throws: PublicationError.tableTwice(indicator: "BJ-01", period: "2016H1")) {
            try fixture.write(tables: [table, table])
        }
    }

    @Test func `a place that cannot be written is named and stays as it was`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let path = fixture.folder.appending(path: "no/such/folder/published.sqlite").path
        #expect {
            try PublishedDatabaseWriter.write(
                tables: [],
                series: [],
                definitions: fixture.definitions,
                release: PublishedFixture.release,
                to: path
            )
        } throws: { error in
            guard case .cannotWrite(path, _)? = error as? PublicationError else { return false }
            return true
        }
    }
}
