import Definitions
import Domain
import Foundation
import Publication
import Testing

@Suite("Where figures come from")
struct TraceTests {
    private let entries = [
        TraceEntry(part: .table, name: "BJ-05 2019H1", hash: "aa11"),
        TraceEntry(part: .definition, name: "indicators/BJ-05.yaml", hash: "bb22"),
        TraceEntry(part: .rules, name: "rules/", hash: "cc33"),
        TraceEntry(part: .delivery, name: "jeugdhulp 2019H1 v2", hash: "dd44"),
        TraceEntry(part: .delivery, name: "jeugdhulp 2019H1 v1", hash: "ee55"),
    ]

    private func published(_ fixture: PublishedFixture) throws -> PublicSite {
        let path = fixture.folder.appending(path: "traced.sqlite").path
        try PublishedDatabaseWriter.write(
            tables: fixture.tables(),
            series: fixture.definitions.published,
            definitions: fixture.definitions,
            release: PublishedFixture.release,
            traces: [TableTrace(indicator: "BJ-05", period: "2019H1", entries: entries)],
            to: path
        )
        return PublicSite(
            database: try PublishedDatabase(path: path),
            definitions: fixture.definitions
        )
    }

    @Test func `a trace is read back as it was written, in its order`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        _ = try published(fixture)
        let path = fixture.folder.appending(path: "traced.sqlite").path
        let contents = try PublishedDatabase(path: path).current()
        let tables = try #require(contents.tables["BJ-05"])
        let newest = try #require(tables.first { $0.period.description == "2019H1" })
        #expect(try contents.trace(of: newest) == entries)
        let other = try #require(tables.first { $0.period.description == "2018H1" })
        #expect(try contents.trace(of: other) == [])
    }

    @Test func `the page of an indicator names table, definition, rules and deliveries`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let site = try published(fixture)
        let page = try site.page(.indicator("BJ-05"), .nl).markup
        #expect(page.contains("Waar deze cijfers vandaan komen"))
        #expect(
            page.contains(
                "<dt>definitie indicators/BJ-05.yaml</dt><dd><code class=\"hash\">bb22</code></dd>"
            )
        )
        #expect(page.contains("<summary>De leveringen waaruit is geteld: 2</summary>"))
        #expect(page.contains("dd44"))
        let english = try site.page(.indicator("BJ-05"), .en).markup
        #expect(english.contains("<dt>delivery jeugdhulp 2019H1 v2</dt>"))
        // Nothing is said where the release does not hold it.
        #expect(!(try site.page(.indicator("BJ-01"), .nl).markup.contains("id=\"herkomst\"")))
    }

    @Test func `hashes of definitions follow the bytes of the files, whatever the place`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let folder = fixture.folder.appending(path: "definities")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "rules"),
            withIntermediateDirectories: true
        )
        func put(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try put("abc", "rules/a.yaml")
        try put("", "sets.yaml")
        try put("x", ".hidden")
        let first = try DefinitionDigests(folder: folder)
        #expect(first.files.keys.sorted() == ["rules/a.yaml", "sets.yaml"])
        // FIPS 180-4, the example of one block.
        #expect(
            first.digest(of: "rules/a.yaml")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(first.digest(of: "rules/b.yaml") == nil)
        try put("abd", "rules/a.yaml")
        let second = try DefinitionDigests(folder: folder)
        #expect(first.digest(of: "rules/") != second.digest(of: "rules/"))
        #expect(first.digest(of: "sets.yaml") == second.digest(of: "sets.yaml"))
        #expect(first.all != second.all)
    }
}
