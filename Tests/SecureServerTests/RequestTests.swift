import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import SecureServer
import Store
import TestSupport
import Testing

/// What a hostile request meets.
@Suite("Requests")
struct RequestTests {
    let place: SecureFixture

    init() throws { place = try SecureFixture() }

    @Test func `a login page comes with every header, without script, and keeps nothing`()
        async throws
    {
        try await place.asking { client in
            for path in ["/inloggen", "/en/inloggen"] {
                let answer = try await Browser(client).get(path)
                #expect(answer.status == .ok)
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
                #expect(
                    answer.headers[.contentSecurityPolicy]
                        == "default-src 'none'; style-src 'self'; img-src 'self' data:; "
                        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                )
                // With no-referrer a browser says "null" where the origin of a form is asked.
                let referrer = try #require(HTTPField.Name("Referrer-Policy"))
                #expect(answer.headers[referrer] == "same-origin")
                let text = String(buffer: answer.body)
                #expect(!text.contains("<script") && !text.contains(" style="))
                #expect(!text.contains("secure."))
            }
        }
    }

    @Test func `the cookie goes over TLS alone, and to no script and no other site`() async throws {
        try await place.asking { client in
            let answer = try await Browser(client).post(
                "/inloggen",
                ["name": "checker", "password": SecureFixture.password]
            )
            #expect(answer.status == .seeOther)
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-ijkpunt="))
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
        }
    }

    @Test func `a token set before the login is not the one after it`() async throws {
        try await place.asking { client in
            var browser = Browser(client)
            let planted = String(repeating: "a", count: 64)
            browser.cookie = "__Host-ijkpunt=\(planted)"
            try await browser.login("checker")
            #expect(browser.cookie != "__Host-ijkpunt=\(planted)")
            #expect(try await browser.get("/").status == .ok)
            browser.cookie = "__Host-ijkpunt=\(planted)"
            let answer = try await browser.get("/")
            #expect(answer.status == .unauthorized)
            #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
        }
        #expect(try place.refusals() == ["session-unknown"])
    }

    @Test func `an expired token, an idle one and a clock put back are each named`() async throws {
        let clock = place.clock
        try await place.asking { client in
            var browser = Browser(client)
            try await browser.login("checker")
            clock.advance(16 * 60)
            #expect(try await browser.get("/").status == .unauthorized)
            try await browser.login("checker")
            clock.advance(-60)
            let answer = try await browser.get("/")
            #expect(answer.status == .unauthorized)
            #expect(String(buffer: answer.body).contains("De klok van de server staat vóór"))
            clock.advance(60)
            try await browser.login("checker")
            for _ in 0..<35 {
                clock.advance(14 * 60)
                _ = try await browser.get("/")
            }
        }
        #expect(
            try place.refusals() == [
                "session-idle", "session-clock-back", "session-expired",
            ]
        )
    }

    @Test func `logging out ends the session, not the cookie alone`() async throws {
        try await place.asking { client in
            var browser = Browser(client)
            try await browser.login("checker")
            let token = try await browser.token(on: "/", for: "/uitloggen")
            #expect(try await browser.post("/uitloggen", ["form": token]).status == .seeOther)
            #expect(try await browser.get("/").status == .unauthorized)
        }
        let last = try place.store.auditLines([.login]).last
        #expect(last?.event.facts == ["outcome": "ended", "place": "page"])
    }

    @Test func `a form of another session, another page or nobody is refused`() async throws {
        try place.askForPermit()
        try await place.asking { client in
            var one = Browser(client)
            try await one.login("checker")
            var other = Browser(client)
            try await other.login("checker")
            let page = "/vergunningen/1"
            let own = try await one.token(on: page, for: page + "/goedkeuren")
            let cases = [
                (other, own), (one, try await one.token(on: page, for: page + "/intrekken")),
                (one, ""), (one, String(own.dropLast()) + (own.hasSuffix("0") ? "1" : "0")),
            ]
            for (browser, token) in cases {
                let answer = try await browser.post(
                    page + "/goedkeuren",
                    ["form": token, "remark": "Goed."]
                )
                #expect(answer.status == .forbidden)
            }
        }
        #expect(try place.refusals() == Array(repeating: "forged-form", count: 4))
        #expect(try place.store.auditLines([.permitApproval]).isEmpty)
    }

    @Test func `a form that is sent twice is kept once`() async throws {
        try place.askForPermit()
        try await place.asking { client in
            var browser = Browser(client)
            try await browser.login("checker")
            let page = "/vergunningen/1"
            let token = try await browser.token(on: page, for: page + "/opmerking")
            let fields = ["form": token, "remark": "Kan dit met minder?"]
            #expect(try await browser.post(page + "/opmerking", fields).status == .seeOther)
            let again = try await browser.post(page + "/opmerking", fields)
            #expect(again.status == .conflict)
            #expect(String(buffer: again.body).contains("Dit formulier is al verstuurd"))
        }
        #expect(try place.refusals() == ["replayed-form"])
        #expect(try place.store.auditLines([.permitReview]).count == 1)
    }

    @Test(arguments: [nil, "https://elders.example", "http://localhost", "null"])
    func `a form of elsewhere is refused before it is read`(_ origin: String?) async throws {
        try await place.asking { client in
            var browser = Browser(client)
            browser.origin = origin
            let answer = try await browser.post(
                "/inloggen",
                ["name": "checker", "password": SecureFixture.password]
            )
            #expect(answer.status == .forbidden)
            #expect(answer.headers[.setCookie] == nil)
        }
        #expect(try place.refusals() == ["wrong-origin"])
        #expect(try place.store.auditLines([.login]).isEmpty)
    }

    @Test func `a form that says it is too large is refused`() async throws {
        try await place.asking { client in
            let answer = try await Browser(client).post(
                "/inloggen",
                ["name": String(repeating: "a", count: 70_000)]
            )
            #expect(answer.status == .contentTooLarge)
            #expect(answer.headers[.connection] == "close")
        }
        #expect(try place.refusals() == ["body-too-large"])
    }

    @Test func `a form that is too large without saying so is cut off`() async throws {
        let place = place
        try await place.asking(SecureSettings(port: 0, bodyBytes: 100), .live) { client in
            let port = try #require(client.port)
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: port).get()
            let chunk = String(repeating: "a", count: 256)
            try await channel.writeAndFlush(
                ByteBuffer(
                    string: "POST /inloggen HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
                        + "Origin: http://127.0.0.1:\(port)\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n100\r\n\(chunk)\r\n"
                )
            ).get()
            for _ in 0..<50 {
                guard try place.refusals().isEmpty else { break }
                try await Task.sleep(for: .milliseconds(100))
            }
            try? await channel.close().get()
        }
        #expect(try place.refusals() == ["body-too-large"])
    }

    @Test func `a name that somebody else made to point here is refused`() async throws {
        let settings = SecureSettings(port: 0, publicAddress: "https://veilig.example")
        try await place.asking(settings) { client in
            let answer = try await Browser(client).get("/inloggen")
            #expect(answer.status == .misdirectedRequest)
        }
        #expect(try place.refusals() == ["wrong-host"])
    }

    @Test func `a head that trickles in is cut off`() async throws {
        let settings = SecureSettings(port: 0, headSeconds: 1)
        try await place.asking(settings, .live) { client in
            let port = try #require(client.port)
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: port).get()
            try await channel.writeAndFlush(ByteBuffer(string: "GET / HTTP/1.1\r\nX: ")).get()
            var isClosed = false
            for _ in 0..<50 where !isClosed {
                try await Task.sleep(for: .milliseconds(200))
                isClosed = !channel.isActive
                if !isClosed { try? await channel.writeAndFlush(ByteBuffer(string: "y")).get() }
            }
            #expect(isClosed)
        }
    }

    @Test func `a server that others can reach without TLS does not start`() async throws {
        let place = place
        await #expect(throws: SecureServerError.openWithoutTLS(host: "0.0.0.0")) {
            try await place.asking(SecureSettings(host: "0.0.0.0", port: 0)) { _ in }
        }
    }
}
