import Crypto
public import Domain
import Foundation
import GRDB
import Keys

extension DeliveryStore {
    /// Made with the first submission, so that a store without one stays as it was.
    private static let roomSchema = """
        CREATE TABLE IF NOT EXISTS release_room (
            number INTEGER PRIMARY KEY, submission INTEGER NOT NULL, kind TEXT NOT NULL,
            at TEXT NOT NULL, sealed BLOB NOT NULL)
        """

    /// The most bytes that a vote may have, so that every vote is as long as any other.
    public static var longestVote: Int { RoomSeal.room }

    /// Writes down a step in the release room and in the audit log, all or nothing.
    ///
    /// The line in the log holds the SHA-256 of what was sealed, so that no step can be exchanged
    /// afterwards; it says that a vote was given and not which.
    ///
    /// - Parameters:
    ///   - kind: what the step is.
    ///   - submission: the submission, or `nil` to begin one.
    ///   - content: what is written down.
    ///   - last: the number of the last entry that the writer has seen; when another was written
    ///     since, nothing is.
    ///   - now: the time.
    ///   - event: what the audit log keeps of it; submission, step, entry and hash are added.
    /// - Returns: the submission; `nil` when somebody was first.
    /// - Throws: ``StoreError``.
    public func appendToReleaseRoom(
        _ kind: String,
        submission: Int?,
        content: [UInt8],
        after last: Int,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws -> Int? {
        let seal = roomSeal
        return try write { database -> Int? in
            try database.execute(sql: DeliveryStore.roomSchema)
            let newest = try Row.fetchOne(
                database,
                sql: "SELECT max(number) AS number, max(submission) AS submission FROM release_room"
            )
            let number = (newest?["number"] as Int? ?? 0) + 1
            guard number == last + 1 else { return nil }
            let own = submission ?? (newest?["submission"] as Int? ?? 0) + 1
            let sealed = try seal.seal(
                content,
                over: RoomSeal.binding(number, own, kind, now.description)
            )
            try database.execute(
                sql: "INSERT INTO release_room VALUES (?, ?, ?, ?, ?)",
                arguments: [number, own, kind, now.description, sealed]
            )
            let facts = [
                "submission": String(own), "step": kind, "entry": String(number),
                "sha256": Hexadecimal.text(Array(SHA256.hash(data: sealed))),
            ]
            let logged = AuditEvent(
                event.kind,
                role: event.role,
                actor: event.actor,
                facts: event.facts.merging(facts) { $1 },
                sealed: event.sealed
            )
            try append([logged], at: now, in: database)
            return own
        }
    }

    /// What was written down in the release room, in its order, held against the audit log.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when an entry does not open, is gone, or is
    ///   not the one in the log.
    public func releaseEntries() throws -> [ReleaseEntry] {
        let seal = roomSeal
        let rows = try read { database in
            guard try database.tableExists("release_room") else { return [Row]() }
            return try Row.fetchAll(database, sql: "SELECT * FROM release_room ORDER BY number")
        }
        var logged: [Int: String] = [:]
        for line in try auditLines([.release]) {
            guard let entry = line.event.facts["entry"].flatMap({ Int($0) }) else { continue }
            logged[entry] = line.event.facts["sha256"]
        }
        guard logged.count == rows.count else { throw damagedRoom(rows.count + 1) }
        return try rows.enumerated().map { index, row in
            let sealed: Data = row["sealed"]
            let number: Int = row["number"]
            let submission: Int = row["submission"]
            let kind: String = row["kind"]
            let at: String = row["at"]
            guard number == index + 1,
                logged[number] == Hexadecimal.text(Array(SHA256.hash(data: sealed))),
                let instant = UTCInstant(at),
                let content = seal.open(
                    sealed,
                    over: RoomSeal.binding(number, submission, kind, at)
                )
            else { throw damagedRoom(index + 1) }
            return ReleaseEntry(
                number: number,
                submission: submission,
                kind: kind,
                at: instant,
                content: content
            )
        }
    }

    private var roomSeal: RoomSeal { RoomSeal(key: secret(for: .release), store: identity) }

    private func damagedRoom(_ number: Int) -> StoreError {
        .damaged(path: path, reason: "entry \(number) of the release room")
    }
}
