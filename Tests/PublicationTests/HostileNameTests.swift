import Definitions
import Domain
import Foundation
import Publication
import Testing

struct HostileNameTests {
    /// The shipped definitions with a municipality of another name.
    private func definitions(naming name: String) throws -> DefinitionSet {
        let shipped = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Definitions")
        let copy = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-hostile-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: shipped, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let file = copy.appending(path: "regions/municipalities-2020.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("GM0277,Rozendaal,", with: "GM0277,\(name),")
            .write(to: file, atomically: true, encoding: .utf8)
        return try DefinitionSet.load(from: copy)
    }

    @Test func `a region whose name is markup is shown as text everywhere`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let site = PublicSite(
            database: try PublishedDatabase(path: fixture.write()),
            definitions: try definitions(naming: "<img src=x onerror=alert(1)>")
        )
        let markup = try site.page(.region(PublishedFixture.rozendaal), .nl).markup
        #expect(!markup.contains("<img"))
        #expect(markup.contains("&lt;img src=x onerror=alert(1)&gt;"))
    }
}
