import Definitions
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SecureServer
import Store
import Synchronization
import TestSupport

/// A store with an account for each role, and the server over it.
final class SecureFixture: Sendable {
    /// A clock that a test can put elsewhere.
    final class Clock: Sendable {
        private let seconds = Mutex<Int64>(1_709_287_200)

        var now: UTCInstant { UTCInstant(seconds: seconds.withLock { $0 }) }

        func advance(_ by: Int64) { seconds.withLock { $0 += by } }
    }

    static let origin = "https://localhost"
    static let password = "vijftien tekens lang"

    /// Rules that cost next to nothing; the waits are those of the product.
    static let rules = rules(scryptRounds: 1024)

    /// The same, at another cost.
    static func rules(scryptRounds: Int) -> LoginRules {
        LoginRules(
            scryptRounds: scryptRounds,
            scryptBlock: 8,
            scryptParallel: 1,
            shortestPassword: 15,
            sessionMinutes: 480,
            idleMinutes: 15,
            freeFailures: 5,
            freeFailuresOfAddress: 20,
            firstWait: 30,
            longestWait: 3600,
            failureHours: 24
        )
    }

    let folder: TestFolder
    let definitions: DefinitionSet
    let store: DeliveryStore
    let clock = Clock()

    init() throws {
        folder = try TestFolder()
        definitions = try TestDefinitions.fewMunicipalities().loggingIn(by: SecureFixture.rules)
        store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
        try add("beheer", .administrator)
        for role in Role.allCases where role != .public && role != .administrator {
            let scope: [Role: String] = [.holder: "90000001", .municipality: "GM0363"]
            try add(role.rawValue, role, scope: scope[role])
        }
    }

    /// The name of the account of a role.
    static func name(_ role: Role) -> String { role == .administrator ? "beheer" : role.rawValue }

    func actor(_ name: String, _ role: Role) -> AuditActor {
        let clock = clock
        return AuditActor(name: name, role: role) { clock.now }
    }

    var accounts: AccountDesk {
        AccountDesk(
            store: store,
            definitions: definitions,
            actor: actor("beheer", .administrator)
        )
    }

    func add(_ name: String, _ role: Role, scope: String? = nil) throws {
        try accounts.add(name: name, role: role, scope: scope, password: SecureFixture.password)
    }

    func desk() throws -> LoginDesk {
        let clock = clock
        return try LoginDesk(store: store, rules: SecureFixture.rules) { clock.now }
    }

    /// The codes of refusals in the log, in their order.
    func refusals() throws -> [String] {
        try store.auditLines([.refusal]).compactMap { $0.event.facts["code"] }
    }

    func asking(
        _ settings: SecureSettings = SecureSettings(port: 0, publicAddress: SecureFixture.origin),
        _ setup: TestingSetup = .router,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let clock = clock
        let application = try SecureServer.application(
            store: store,
            definitions: definitions,
            settings: settings
        ) { clock.now }
        try await application.test(setup, body)
    }
}

/// A browser: keeps its cookie, and says where its forms come from.
struct Browser: Sendable {
    let client: any TestClientProtocol
    var cookie: String?
    var origin: String? = SecureFixture.origin

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Logs in as a role and keeps the cookie.
    mutating func login(_ name: String, _ password: String = SecureFixture.password) async throws {
        let answer = try await post(
            "/inloggen",
            ["name": name, "password": password]
        )
        cookie = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
    }

    func get(_ path: String) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers) { $0 }
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> TestResponse {
        var headers = headers
        headers[.origin] = origin
        headers[.contentType] = "application/x-www-form-urlencoded"
        let text = fields.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=" + Browser.encoded(value)
        }.joined(separator: "&")
        return try await client.execute(
            uri: path,
            method: .post,
            headers: headers,
            body: ByteBuffer(string: text)
        ) { $0 }
    }

    /// The token of the form on a page that posts to a path.
    func token(on page: String, for action: String) async throws -> String {
        let text = String(buffer: try await get(page).body)
        guard let form = text.range(of: "action=\"\(action)\""),
            let value = text.range(
                of: "name=\"form\" value=\"",
                range: form.upperBound..<text.endIndex
            )
        else { return "" }
        return String(text[value.upperBound...].prefix { $0 != "\"" })
    }

    private var headers: HTTPFields {
        var fields: HTTPFields = [:]
        fields[.cookie] = cookie
        return fields
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
