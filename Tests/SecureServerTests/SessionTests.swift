import Domain
import SecureServer
import Store
import Testing

@Suite("Sessions")
struct SessionTests {
    let place: SecureFixture

    init() throws { place = try SecureFixture() }

    private func begin(_ name: String = "checker") throws -> String {
        try place.desk().login(
            name: name,
            password: SecureFixture.password,
            address: "a",
            place: .page
        ).token
    }

    private func use(_ token: String) throws -> String {
        try place.store.session(
            token: token,
            longest: 480 * 60,
            idle: 15 * 60,
            at: place.clock.now
        ).account.name
    }

    @Test func `a session lasts while it is used, and a working day at most`() throws {
        let token = try begin()
        for _ in 0..<33 {
            place.clock.advance(14 * 60)
            #expect(try use(token) == "checker")
        }
        place.clock.advance(14 * 60)
        // 34 × 14 minutes is 476; the next use falls behind the 480th.
        #expect(try use(token) == "checker")
        place.clock.advance(4 * 60)
        #expect(throws: Session.Ending.expired) { _ = try use(token) }
        #expect(throws: Session.Ending.unknown) { _ = try use(token) }
    }

    @Test func `a session that is not used ends`() throws {
        let token = try begin()
        place.clock.advance(15 * 60)
        #expect(throws: Session.Ending.idle) { _ = try use(token) }
    }

    @Test func `a clock that is put back ends a session`() throws {
        let token = try begin()
        place.clock.advance(60)
        _ = try use(token)
        place.clock.advance(-1)
        #expect(throws: Session.Ending.clockBack) { _ = try use(token) }
        place.clock.advance(1)
        #expect(throws: Session.Ending.unknown) { _ = try use(token) }
    }

    @Test func `a forged token is unknown`() throws {
        _ = try begin()
        for token in ["", "0", String(repeating: "0", count: 64)] {
            #expect(throws: Session.Ending.unknown) { _ = try use(token) }
        }
    }

    @Test(arguments: ["role", "lock", "password", "remove"])
    func `a session ends when its account is changed`(_ change: String) throws {
        let token = try begin()
        let other = try begin("analyst")
        switch change {
        case "role": try place.accounts.setRole(.researcher, scope: nil, of: "checker")
        case "lock": try place.accounts.setLock(true, of: "checker")
        case "password": try place.accounts.setPassword("een heel ander woord", of: "checker")
        default: try place.accounts.remove("checker")
        }
        #expect(throws: Session.Ending.unknown) { _ = try use(token) }
        #expect(try use(other) == "analyst")
    }

    @Test func `an account is limited as its role asks`() throws {
        func add(_ name: String, _ role: Role, _ scope: String?) throws {
            try place.add(name, role, scope: scope)
        }
        #expect(throws: AccountMistake.scopeNeeded) { try add("x", .holder, nil) }
        #expect(throws: AccountMistake.scopeOdd) { try add("x", .analyst, "GM0363") }
        #expect(throws: AccountMistake.unknownMunicipality) { try add("x", .municipality, "GM9") }
        #expect(throws: AccountMistake.noLogin) { try add("x", .public, nil) }
        #expect(throws: AccountMistake.exists) { try add("Che cker", .analyst, nil) }
        #expect(throws: AccountMistake.badName) { try add("a\nb", .analyst, nil) }
        #expect(throws: AccountMistake.badPassword(shortest: 15)) {
            try place.accounts.setPassword("kort", of: "checker")
        }
        #expect(throws: AccountMistake.lastAdministrator) { try place.accounts.remove("beheer") }
        #expect(throws: AccountMistake.lastAdministrator) {
            try place.accounts.setLock(true, of: "beheer")
        }
        #expect(throws: AccountMistake.unknown) { try place.accounts.remove("niemand") }
    }
}
