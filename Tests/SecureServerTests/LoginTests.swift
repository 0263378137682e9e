import Crypto
import Definitions
import Domain
import Keys
import SecureServer
import Store
import TestSupport
import Testing

@Suite("Logging in")
struct LoginTests {
    let place: SecureFixture

    init() throws { place = try SecureFixture() }

    private func login(
        _ name: String,
        _ password: String = SecureFixture.password,
        from address: String = "192.0.2.7"
    ) throws -> String {
        try place.desk().login(name: name, password: password, address: address, place: .page)
            .token
    }

    @Test func `scrypt gives what RFC 7914 section 12 gives`() throws {
        // The third example: "pleaseletmein", "SodiumChloride", N = 16384, r = 8, p = 1.
        let expected = try #require(
            Hexadecimal.bytes(
                ("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                    + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887").utf8
            )
        )
        let code = HMAC<SHA256>.authenticationCode(
            for: PasswordHash.label,
            using: SymmetricKey(data: expected)
        )
        let derived = try PasswordHash.derive(
            "pleaseletmein",
            Array("SodiumChloride".utf8),
            16_384,
            8,
            1,
            bytes: 64
        )
        #expect(derived == Array(code))
    }

    @Test func `a hash keeps its parameters, differs by salt, and prints nothing`() throws {
        let one = try PasswordHash("wachtwoord", rounds: 1024, block: 8, parallel: 1)
        let other = try PasswordHash("wachtwoord", rounds: 1024, block: 8, parallel: 1)
        #expect(one.hash != other.hash)
        #expect(one.fits("wachtwoord") && other.fits("wachtwoord"))
        #expect(!one.fits("wachtwoorD"))
        #expect(one.rounds == 1024 && one.block == 8 && one.parallel == 1)
        #expect("\(one)" == "‹redacted›")
        var text = ""
        dump(one, to: &text)
        #expect(!text.contains("\(one.hash[0]), "))
    }

    @Test func `a name is known whatever its capitals; each login gives another token`() throws {
        let one = try login("Checker")
        let other = try login(" checker")
        #expect(one != other)
        #expect(one.utf8.count == 64)
    }

    @Test func `the file holds neither token, name nor password`() throws {
        let token = try login("checker")
        let bytes = try place.folder.names(in: "").filter { $0.hasPrefix("store") }.flatMap {
            try Array(contents($0))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        for secret in [token, SecureFixture.password, "beheer"] {
            #expect(!text.contains(secret))
        }
    }

    private func contents(_ name: String) throws -> [UInt8] {
        try TestFiles.bytes(place.folder.path(name))
    }

    @Test func `an unknown name, a wrong password and a locked account are refused alike`() throws {
        try place.accounts.setLock(true, of: "analyst")
        for (name, password) in [
            ("niemand", SecureFixture.password), ("checker", "verkeerd wachtwoord"),
            ("analyst", SecureFixture.password),
        ] {
            #expect(throws: LoginRefusal.wrong) { _ = try login(name, password) }
        }
        let lines = try place.store.auditLines([.login])
        #expect(lines.map { $0.event.facts["outcome"] } == ["refused", "refused", "refused"])
        // What was typed as a name is written down only when it is one.
        #expect(lines.map { $0.event.actor } == ["", "checker", "analyst"])
    }

    @Test func `an unknown name costs scrypt as a known one does`() throws {
        // So dear that everything else is little beside it.
        let dear = SecureFixture.rules(scryptRounds: 16_384)
        try AccountDesk(
            store: place.store,
            definitions: place.definitions.loggingIn(by: dear),
            actor: place.actor("beheer", .administrator)
        ).setPassword(SecureFixture.password, of: "checker")
        let clock = place.clock
        let desk = try LoginDesk(store: place.store, rules: dear) { clock.now }
        func median(_ name: String) -> Double {
            let times = (0..<5).map { turn in
                clock.advance(3700)
                let start = ContinuousClock.now
                _ = try? desk.login(
                    name: name,
                    password: "verkeerd",
                    address: "\(name)\(turn)",
                    place: .page
                )
                return (ContinuousClock.now - start) / .milliseconds(1)
            }
            return times.sorted()[2]
        }
        let known = median("checker")
        let unknown = median("nergens")
        #expect(unknown > known / 3 && unknown < known * 3)
    }

    @Test func `after five failures each next one doubles the wait, for any name`() throws {
        for name in ["checker", "niemand"] {
            for _ in 0..<5 {
                #expect(throws: LoginRefusal.wrong) { _ = try login(name, "verkeerd", from: name) }
            }
            #expect(throws: LoginRefusal.wait(seconds: 30)) { _ = try login(name, from: name) }
            place.clock.advance(29)
            #expect(throws: LoginRefusal.wait(seconds: 1)) { _ = try login(name, from: name) }
            place.clock.advance(1)
            #expect(throws: LoginRefusal.wrong) { _ = try login(name, "verkeerd", from: name) }
            #expect(throws: LoginRefusal.wait(seconds: 60)) { _ = try login(name, from: name) }
            // A clock that is put back makes the wait no shorter.
            place.clock.advance(-10_000)
            #expect(throws: LoginRefusal.wait(seconds: 60)) { _ = try login(name, from: name) }
            place.clock.advance(10_060)
        }
        _ = try login("checker")
        #expect(throws: LoginRefusal.wrong) { _ = try login("checker", "verkeerd") }
    }

    @Test func `an address waits by itself, and one's own login buys no guesses at others'`() throws
    {
        for turn in 0..<20 {
            #expect(throws: LoginRefusal.wrong) { _ = try login("naam\(turn)", "verkeerd") }
            if turn == 10 { _ = try login("holder") }
        }
        #expect(throws: LoginRefusal.wait(seconds: 30)) { _ = try login("holder") }
        _ = try login("holder", from: "198.51.100.1")
    }
}
