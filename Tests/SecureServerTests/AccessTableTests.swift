import Definitions
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SecureServer
import Store
import TestSupport
import Testing

@Suite("Access table")
struct AccessTableTests {
    /// Every role against every route, as a browser asks.
    @Test(arguments: Role.allCases)
    func `each pair of role and route is answered or refused as the table says`(
        _ role: Role
    ) async throws {
        let place = try SecureFixture()
        try place.askForPermit()
        try await place.asking { client in
            var browser = Browser(client)
            if role != .public { try await browser.login(SecureFixture.name(role)) }
            for route in AccessTable.routes where route.id != "logout" {
                let path = route.path.replacingOccurrences(of: "{id}", with: "1")
                let before = try place.refusals().count
                let answer =
                    route.method == .get
                    ? try await browser.get(path) : try await browser.post(path, ["form": "x"])
                let code = try place.refusals().dropFirst(before).last
                if role == .public {
                    // A page leads to the login; a form is refused.
                    #expect(answer.status == (route.method == .get ? .seeOther : .unauthorized))
                    #expect(code == (route.method == .get ? nil : "no-session"))
                } else if !route.roles.contains(role) {
                    #expect(answer.status == .forbidden, "\(role) \(route.path)")
                    #expect(code == "role", "\(role) \(route.path)")
                } else if route.method == .get {
                    #expect(answer.status == .ok, "\(role) \(route.path)")
                    #expect(code == nil)
                } else {
                    // Let through to the form, whose token was made up.
                    #expect(code == "forged-form", "\(role) \(route.path)")
                }
            }
        }
        #expect(try place.store.verifyAudit().mistakes.isEmpty)
    }

    @Test func `a view is in the log with the account, and a refusal with what was asked`()
        async throws
    {
        let place = try SecureFixture()
        try await place.asking { client in
            var browser = Browser(client)
            try await browser.login("holder")
            _ = try await browser.get("/leveringen")
            _ = try await browser.get("/logboek")
        }
        let last = try place.store.auditLines().suffix(2).map(\.event)
        #expect(last.map(\.kind) == [.view, .refusal])
        #expect(last.map(\.actor) == ["holder", "holder"])
        #expect(last.map(\.facts) == [["page": "deliveries"], ["code": "role", "page": "audit"]])
    }

    @Test func `the matrix in the documentation is that of the table`() throws {
        let article = try String(
            contentsOf: TestDefinitions.folder.deletingLastPathComponent().appending(
                path: "Sources/SecureServer/SecureServer.docc/WhoMayDoWhat.md"
            ),
            encoding: .utf8
        )
        #expect(article.contains(AccessTable.matrix))
    }

    @Test func `what a page shows has words in both languages`() throws {
        let texts = try TestDefinitions.fewMunicipalities().texts.texts
        for route in AccessTable.routes where route.isInMenu {
            #expect(texts["secure.nav.\(route.id)"] != nil, "\(route.id)")
        }
        for role in Role.allCases where role != .public {
            #expect(texts["secure.role.\(role.rawValue)"] != nil, "\(role)")
        }
    }
}
