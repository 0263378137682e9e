import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
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
}
