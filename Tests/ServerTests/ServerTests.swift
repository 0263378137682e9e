import Definitions
import Disclosure
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OpenData
import Publication
import Testing

import Server

@Suite("Public server")
struct ServerTests {
    private static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    private func site() throws -> (PublicSite, OpenData, URL) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "published.sqlite").path
        let definitions = try ServerTests.definitions.get()
        try PublishedDatabaseWriter.write(
            tables: [],
            series: definitions.published,
            definitions: definitions,
            release: Release(day: CalendarDay(number: 20_000), origin: .fictive),
            to: path
        )
        let database = try PublishedDatabase(path: path)
        return (
            PublicSite(database: database, definitions: definitions),
            OpenData(database: database, definitions: definitions), folder
        )
    }

    private func asking(
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let (site, openData, folder) = try site()
        defer { try? FileManager.default.removeItem(at: folder) }
        let application = Server.application(
            site: site,
            openData: openData,
            licence: "https://licence.example/",
            settings: ServerSettings(port: 0)
        )
        try await application.test(.router, body)
    }

    @Test(arguments: ["/", "/en/", "/gi-tabellen", "/gebied", "/indicatoren/BJ-01", "/bronnen"])
    func `a page comes with every security header and leaves no copy`(_ path: String) async throws {
        try await asking { client in
            try await client.execute(uri: path, method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/html; charset=utf-8")
                #expect(
                    response.headers[.contentSecurityPolicy]
                        == "default-src 'none'; style-src 'self'; img-src 'self' data:; "
                        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                )
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                let referrer = try #require(HTTPField.Name("Referrer-Policy"))
                #expect(response.headers[referrer] == "no-referrer")
                #expect(response.headers[.cacheControl] == "no-store")
                let text = String(buffer: response.body)
                #expect(!text.contains("<script"))
                #expect(!text.contains(" style="))
            }
        }
    }

    @Test func `an unknown page and an unknown region are 404 with words`() async throws {
        try await asking { client in
            try await client.execute(uri: "/nergens", method: .get) { response in
                #expect(response.status == .notFound)
                #expect(String(buffer: response.body).contains("Deze pagina is er niet"))
            }
            try await client.execute(uri: "/gebied?gebied=gemeente%3AGM9999", method: .get) {
                #expect($0.status == .notFound)
                #expect(String(buffer: $0.body).contains("Dit gebied is er niet"))
            }
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
    func `only reading is allowed`(_ method: HTTPRequest.Method) async throws {
        try await asking { client in
            try await client.execute(uri: "/", method: method) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "GET, HEAD")
            }
        }
    }

    @Test func `HEAD tells the length without the page`() async throws {
        try await asking { client in
            let length = try await client.execute(uri: "/", method: .get) {
                $0.body.readableBytes
            }
            try await client.execute(uri: "/", method: .head) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentLength] == String(length))
                #expect(response.body.readableBytes == 0)
            }
        }
    }

    @Test func `the style sheet is sent once`() async throws {
        try await asking { client in
            let tag = try await client.execute(uri: "/stijl.css", method: .get) { response in
                #expect(response.headers[.contentType] == "text/css; charset=utf-8")
                #expect(response.body.readableBytes > 10_000)
                return try #require(response.headers[.eTag])
            }
            try await client.execute(
                uri: "/stijl.css",
                method: .get,
                headers: [.ifNoneMatch: tag]
            ) { response in
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
            }
        }
    }

    @Test func `health and mark are there`() async throws {
        try await asking { client in
            try await client.execute(uri: "/gezond", method: .get) {
                #expect(String(buffer: $0.body) == "ok\n")
            }
            try await client.execute(uri: "/favicon.svg", method: .get) {
                #expect($0.headers[.contentType] == "image/svg+xml")
            }
        }
    }

    @Test func `a port that is taken is an error of its own`() async throws {
        let (site, openData, folder) = try site()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "published.sqlite").path
        let definitions = try ServerTests.definitions.get()
        let application = Server.application(
            site: site,
            openData: openData,
            licence: "https://licence.example/",
            settings: ServerSettings(port: 0)
        )
        try await application.test(.live) { client in
            let port = try #require(client.port)
            await #expect {
                try await Server.run(
                    published: path,
                    settings: ServerSettings(port: port),
                    definitions: definitions
                )
            } throws: { error in
                guard case .portTaken("127.0.0.1", port)? = error as? ServerError else {
                    return false
                }
                return true
            }
        }
    }
}
