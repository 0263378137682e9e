import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import Testing

@Suite("Kept pages")
struct PageCacheTests {
    @Test func `a page asked for again is the same bytes, and is kept once`() async throws {
        try await ServedFixture().asking { client in
            let first = try await client.execute(uri: "/bereik", method: .get) { $0 }
            let again = try await client.execute(uri: "/bereik", method: .get) { $0 }
            #expect(first.status == .ok && again.status == .ok)
            #expect(first.body == again.body)
            #expect(again.headers[.cacheControl] == "no-store")
            _ = try await client.execute(uri: "/niets", method: .get) {
                #expect($0.status == .notFound)
            }
            try await client.execute(uri: "/metrics", method: .get) {
                #expect(String(buffer: $0.body).contains("ijkpunt_cache_pages 1\n"))
            }
        }
    }

    @Test func `scores that a reader gave are answered and not kept`() async throws {
        try await ServedFixture().asking { client in
            let scored = "/zelf-wegen?2-practical=p&2-meaningful=m"
            try await client.execute(uri: scored, method: .get) {
                #expect($0.status == .ok)
                #expect(String(buffer: $0.body).contains("Aantal gegeven scores: 2."))
            }
            try await client.execute(uri: "/metrics", method: .get) {
                #expect(String(buffer: $0.body).contains("ijkpunt_cache_pages 0\n"))
            }
        }
    }

    @Test func `a new release is shown at once, not the kept page of the one before`() async throws
    {
        let fixture = try ServedFixture()
        try await fixture.asking { client in
            let before = try await client.execute(uri: "/bronnen", method: .get) { $0 }
            try ServedFixture.write(to: fixture.path, day: 20_400)
            let after = try await client.execute(uri: "/bronnen", method: .get) { $0 }
            #expect(before.status == .ok && after.status == .ok)
            #expect(before.body != after.body)
        }
    }

    @Test func `a space that a form sends as a plus sign names the same region`() async throws {
        let name = "csg:IJsselland / Noord- en Oost-Gelderland"
        let sent = name.split(separator: " ").joined(separator: "+")
        let linked = name.split(separator: " ").joined(separator: "%20")
        try await ServedFixture().asking { client in
            let first = try await client.execute(uri: "/gebied?gebied=" + sent, method: .get) { $0 }
            let second = try await client.execute(uri: "/gebied?gebied=" + linked, method: .get) {
                $0
            }
            #expect(first.status == .ok)
            #expect(first.body == second.body)
        }
    }

    @Test func `pages and open data together stay within the one limit that was set`() async throws
    {
        let limit = 400_000
        try await ServedFixture().asking(ServerSettings(port: 0, cacheBytes: limit)) { client in
            for page in ["/", "/bereik", "/bronnen", "/indicatoren", "/en/", "/en/indicators"] {
                _ = try await client.execute(uri: page, method: .get) { $0.status }
            }
            for entry in ["/odatacatalog/Tables", "/odata/v4/CBS", "/odatacatalog/Themes"] {
                _ = try await client.execute(uri: entry, method: .get) { $0.status }
            }
            let text = try await client.execute(uri: "/metrics", method: .get) {
                String(buffer: $0.body)
            }
            let kept = text.split(separator: "\n").filter {
                $0.hasPrefix("ijkpunt_cache_bytes ") || $0.hasPrefix("ijkpunt_cache_page_bytes ")
            }.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
            #expect(kept.count == 2)
            #expect(kept.reduce(0, +) > 0)
            #expect(kept.allSatisfy { $0 <= limit / 2 })
        }
    }
}
