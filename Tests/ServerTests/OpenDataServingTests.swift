import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import Testing

@Suite("Open data over HTTP")
struct OpenDataServingTests {
    private let table = "/ODataFeed/odata/veilig-thuis-national-NED/TypedDataSet"

    @Test func `an answer says who may read it, under which licence and since when`() async throws {
        try await ServedFixture().asking { [table] client in
            try await client.execute(uri: table, method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.accessControlAllowOrigin] == "*")
                #expect(response.headers[.contentType] == "application/json; charset=utf-8")
                #expect(response.headers[.cacheControl] == "public, no-cache")
                #expect(response.headers[.vary] == "Accept-Encoding")
                let link = try #require(HTTPField.Name("Link"))
                #expect(response.headers[link] == "<https://licence.example/>; rel=\"license\"")
                #expect(response.headers[.eTag]?.count == 26)
                let modified = try #require(response.headers[.lastModified])
                #expect(modified.hasSuffix(" GMT") && modified.count == 29)
            }
        }
    }

    @Test func `who has an answer already gets it again only when it changed`() async throws {
        let fixture = try ServedFixture()
        let path = fixture.path
        try await fixture.asking { [table] client in
            let first = try await client.execute(uri: table, method: .get) { $0 }
            let tag = try #require(first.headers[.eTag])
            let since = try #require(first.headers[.lastModified])
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                try await client.execute(
                    uri: table,
                    method: .get,
                    headers: [.ifNoneMatch: known]
                ) { response in
                    #expect(response.status == .notModified)
                    #expect(response.body.readableBytes == 0)
                    #expect(response.headers[.eTag] == tag)
                }
            }
            try await client.execute(
                uri: table,
                method: .get,
                headers: [.ifModifiedSince: since]
            ) { #expect($0.status == .notModified) }
            try await client.execute(
                uri: table,
                method: .get,
                headers: [.ifNoneMatch: "\"x\"", .ifModifiedSince: since]
            ) { #expect($0.status == .ok) }
            // Another release in its place: the list of tables bears another day.
            let list = "/ODataCatalog/Tables"
            let old = try await client.execute(uri: list, method: .get) { $0.headers[.eTag] }
            try ServedFixture.write(to: path, day: 20_001)
            try await client.execute(
                uri: list,
                method: .get,
                headers: [.ifNoneMatch: try #require(old)]
            ) { response in
                #expect(response.status == .ok)
                #expect(String(buffer: response.body).contains("\"2024-10-05T00:00:00\""))
            }
        }
    }

    @Test func `gzip is given to who asks for it, under a tag of its own`() async throws {
        try await ServedFixture().asking { client in
            let plain = try await client.execute(uri: "/ODataCatalog/Tables", method: .get) { $0 }
            try await client.execute(
                uri: "/ODataCatalog/Tables",
                method: .get,
                headers: [.acceptEncoding: "br, gzip;q=0.8"]
            ) { response in
                #expect(response.headers[.contentEncoding] == "gzip")
                #expect(response.body.readableBytes < plain.body.readableBytes / 2)
                #expect(Array(buffer: response.body).prefix(2) == [0x1F, 0x8B])
                #expect(response.headers[.eTag] != plain.headers[.eTag])
            }
            try await client.execute(
                uri: "/ODataCatalog/Tables",
                method: .get,
                headers: [.acceptEncoding: "gzip;q=0"]
            ) { #expect($0.headers[.contentEncoding] == nil) }
        }
    }

    @Test func `what is wrong is answered in OData's shape and not kept`() async throws {
        try await ServedFixture().asking { [table] client in
            try await client.execute(uri: table + "?$top=x", method: .get) { response in
                #expect(response.status == .badRequest)
                #expect(response.headers[.cacheControl] == "no-store")
                #expect(response.headers[.eTag] == nil)
                #expect(
                    String(buffer: response.body)
                        == "{\"odata.error\":{\"code\":\"BadNumber\",\"message\":{\"lang\":\"en\","
                        + "\"value\":\"$top is not a whole number from 0 to "
                        + "9223372036854775807.\"}}}"
                )
            }
            try await client.execute(uri: "/metrics", method: .get) { response in
                let text = String(buffer: response.body)
                #expect(text.contains("ijkpunt_cache_answers 0\n"))
                #expect(
                    text.contains("ijkpunt_requests_total{kind=\"open-data\",status=\"400\"} 1\n")
                )
            }
        }
    }

    @Test func `links bear the address that was given, not that of the request`() async throws {
        let settings = ServerSettings(port: 0, publicAddress: "https://data.example")
        try await ServedFixture().asking(settings) { client in
            try await client.execute(uri: "/ODataFeed/odata/csg-national-ENG", method: .get) {
                #expect(
                    String(buffer: $0.body).contains(
                        "\"url\":\"https://data.example/ODataFeed/odata/csg-national-ENG/Periods\""
                    )
                )
            }
        }
    }

    @Test func `a body is not taken in, and a server that is ready says so`() async throws {
        try await ServedFixture().asking(ServerSettings(port: 0)) { client in
            try await client.execute(
                uri: "/",
                method: .get,
                body: ByteBuffer(string: "hello")
            ) { #expect($0.status == .contentTooLarge) }
            try await client.execute(uri: "/gereed", method: .get) {
                #expect(String(buffer: $0.body) == "ok\n")
            }
        }
    }

    @Test func `a head that does not come in is cut off`() async throws {
        let settings = ServerSettings(port: 0, headSeconds: 1)
        try await ServedFixture().asking(settings, .live) { client in
            let port = try #require(client.port)
            let clock = ContinuousClock()
            let took = try await clock.measure {
                let closed = try await SlowConnection.open(port: port)
                #expect(closed)
            }
            #expect(took < .seconds(8))
        }
    }
}
