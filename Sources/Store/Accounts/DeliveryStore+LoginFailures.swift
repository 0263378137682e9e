public import Domain
import Foundation
import GRDB

/// *Mislukte pogingen*: how often logging in failed for a name or an address, and when last.
public struct LoginFailures: Sendable, Equatable, Codable {
    /// How often, since it last went well.
    public let count: Int
    /// The last time: seconds since 1970.
    public let last: Int64

    /// None.
    public static let none = LoginFailures(count: 0, last: 0)
}

extension DeliveryStore {
    /// Failures of a name or an address, whether or not there is such an account.
    ///
    /// - Parameter subject: what failed, as `name anna` or `address 192.0.2.7`; kept as a code.
    /// - Returns: the failures; none when there are none.
    /// - Throws: ``StoreError``.
    public func loginFailures(of subject: String) throws -> LoginFailures {
        let place = accountSeal.place("failure", subject)
        let sealed = try read { database -> Data? in
            guard try database.tableExists("loginFailure") else { return nil }
            return try Data.fetchOne(
                database,
                sql: "SELECT sealed FROM loginFailure WHERE place = ?",
                arguments: [place]
            )
        }
        guard let sealed else { return .none }
        return accountSeal.open(sealed, at: place) ?? .none
    }

    /// Counts a failure, or forgets those there were.
    ///
    /// - Parameters:
    ///   - failure: whether it is one.
    ///   - subjects: of what.
    ///   - hours: hours without one after which earlier ones are forgotten.
    ///   - now: the time.
    ///   - events: what the audit log keeps of it.
    /// - Throws: ``StoreError``.
    public func note(
        failure: Bool,
        of subjects: [String],
        forgettingAfter hours: Int,
        at now: UTCInstant,
        logging events: [AuditEvent]
    ) throws {
        let counts = try subjects.map { subject in
            let before = try loginFailures(of: subject)
            let isOld = now.seconds - before.last > Int64(hours) * 3600
            return LoginFailures(count: isOld ? 1 : before.count + 1, last: now.seconds)
        }
        try write { database in
            try database.execute(sql: DeliveryStore.accountSchema)
            for (subject, failures) in zip(subjects, counts) {
                let place = accountSeal.place("failure", subject)
                if failure {
                    try database.execute(
                        sql: "INSERT OR REPLACE INTO loginFailure VALUES (?, ?)",
                        arguments: [place, try accountSeal.seal(failures, at: place)]
                    )
                } else {
                    try database.execute(
                        sql: "DELETE FROM loginFailure WHERE place = ?",
                        arguments: [place]
                    )
                }
            }
            try append(events, at: now, in: database)
        }
    }
}
