import Definitions
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import OpenData
import Publication

import Server

/// The application over a release of the published series alone.
struct ServedFixture {
    static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    let folder: URL
    let path: String
    let site: PublicSite
    let openData: OpenData

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-served-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "published.sqlite").path
        let definitions = try ServedFixture.definitions.get()
        try ServedFixture.write(to: path, day: 20_000)
        let database = try PublishedDatabase(path: path)
        site = PublicSite(database: database, definitions: definitions)
        openData = OpenData(database: database, definitions: definitions)
    }

    /// Writes a release of a day in the place of the one before.
    static func write(to path: String, day: Int32) throws {
        let definitions = try ServedFixture.definitions.get()
        try PublishedDatabaseWriter.write(
            tables: [],
            series: definitions.published,
            definitions: definitions,
            release: Release(day: CalendarDay(number: day), origin: .fictive),
            to: path
        )
    }

    func asking(
        _ settings: ServerSettings = ServerSettings(port: 0),
        _ setup: TestingSetup = .router,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let application = Server.application(
            site: site,
            openData: openData,
            licence: "https://licence.example/",
            settings: settings
        )
        try await application.test(setup, body)
    }
}
