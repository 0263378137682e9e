public import Columns
import Crypto
public import Domain
import Foundation
import GRDB

/// What an erasure took away.
public struct Erasure: Sendable, Equatable {
    /// Deliveries.
    public var deliveries = 0
    /// Records.
    public var rows = 0
    /// Segments that were written again or went.
    public var segments = 0

    /// Creates an erasure of nothing.
    public init() {}
}

extension DeliveryStore {
    static let erasedSchema = """
        CREATE TABLE IF NOT EXISTS erased (
            id INTEGER PRIMARY KEY, day TEXT NOT NULL, sealed BLOB NOT NULL);
        """

    /// Erases deliveries: their records, their key, and what was written down about them.
    ///
    /// What stays is that there was one of this number, and the day it went, under seal. The file
    /// is written anew, so that the ciphertext is in it no more.
    ///
    /// - Parameters:
    ///   - ids: the deliveries; those that are not there are passed over.
    ///   - now: the time.
    ///   - workers: the cores to work on.
    ///   - event: what the audit log keeps of what was erased.
    /// - Returns: what was erased.
    /// - Throws: ``StoreError``.
    public func erase(
        deliveries ids: Set<Int64>,
        at now: UTCInstant,
        workers: Workers,
        logging event: (Erasure) -> AuditEvent
    ) throws -> Erasure {
        var rewrite = SegmentRewrite()
        rewrite.deliveries = ids
        let touched = try segments().filter { $0.deliveries.contains { ids.contains($0.id) } }
        return try apply(rewrite, to: touched, at: now, workers: workers, logging: event)
    }

    /// Erases a person: the records of all vintages of a domain, given the pseudonym that a holder
    /// made of the number.
    ///
    /// - Parameters:
    ///   - person: the pseudonym as the store has it.
    ///   - sources: the sources of its domain.
    ///   - now: the time.
    ///   - workers: the cores to work on.
    ///   - event: what the audit log keeps of what was erased.
    /// - Returns: what was erased.
    /// - Throws: ``StoreError``.
    public func erase(
        person: Pseudonym,
        sources: Set<String>,
        at now: UTCInstant,
        workers: Workers,
        logging event: (Erasure) -> AuditEvent
    ) throws -> Erasure {
        var rewrite = SegmentRewrite()
        rewrite.persons = [person]
        let touched = try segments().filter { segment in
            guard sources.contains(segment.source) else { return false }
            return try segment.pseudonyms(workers: workers).contains(person)
        }
        return try apply(rewrite, to: touched, at: now, workers: workers, logging: event)
    }

    /// Writes segments again, all or nothing, and then the file, so that nothing old stays in it.
    func apply(
        _ rewrite: SegmentRewrite,
        to segments: [SegmentReader],
        at now: UTCInstant,
        workers: Workers,
        logging event: (Erasure) -> AuditEvent
    ) throws -> Erasure {
        let lock = try ReceiveLock(store: path)
        defer { withExtendedLifetime(lock) {} }
        var erasure = Erasure()
        try overwriting {
            try write { database in
                for segment in segments {
                    try replace(segment, rewrite, at: now, workers, &erasure, in: database)
                }
                try eraseFromStudies(rewrite.persons, in: database)
                // The spine numbers the persons that were there.
                try database.execute(sql: "DELETE FROM spine")
                try append([event(erasure)], at: now, in: database)
            }
        }
        try rewriteFile()
        return erasure
    }

    private func replace(
        _ segment: SegmentReader,
        _ rewrite: SegmentRewrite,
        at now: UTCInstant,
        _ workers: Workers,
        _ erasure: inout Erasure,
        in database: Database
    ) throws {
        let (content, left) = try rewrite.content(of: segment, workers: workers)
        erasure.segments += 1
        erasure.rows += segment.rows - content.rowCount
        // Each is written anew under its number, since its count may have changed.
        for gone in segment.deliveries {
            try database.execute(sql: "DELETE FROM delivery WHERE id = ?", arguments: [gone.id])
        }
        try database.execute(sql: "DELETE FROM chunk WHERE segment = ?", arguments: [segment.id])
        for gone in segment.deliveries where rewrite.deliveries.contains(gone.id) {
            erasure.deliveries += 1
            try database.execute(sql: DeliveryStore.erasedSchema)
            try database.execute(
                sql: "INSERT INTO erased VALUES (?, ?, ?)",
                arguments: [
                    gone.id, now.day.description,
                    try deliveryFacts.seal(
                        [("day", now.day.description)],
                        of: "erased \(gone.id)"
                    ),
                ]
            )
        }
        if !left.isEmpty {
            let id = try nextID(of: "segment", in: database)
            let bare = DeliveryStore.randomBytes(SealedChunk.keyBytes)
            try insertSegment(id, content, bareKey: bare, in: database)
            for (ordinal, delivery) in left.enumerated() {
                try insert(delivery.record, rows: delivery.rows, in: id, at: ordinal, database)
            }
            try insertChunks(
                content,
                id,
                left.map { ($0.record.id, $0.record.vintage) },
                key: SymmetricKey(data: bare),
                workers: workers,
                in: database
            )
        }
        try database.execute(sql: "DELETE FROM segment WHERE id = ?", arguments: [segment.id])
    }

    /// Writes a delivery down again, with another number of records and another place.
    private func insert(
        _ record: DeliveryRecord,
        rows: Int,
        in segment: Int64,
        at ordinal: Int,
        _ database: Database
    ) throws {
        let sealed = try deliveryFacts.seal(
            DeliveryRecord.facts(
                source: record.source,
                period: record.period,
                vintage: record.vintage,
                received: record.received,
                delivery: SegmentContent.Delivery(
                    holder: record.holder,
                    rows: rows,
                    leftOut: record.leftOut,
                    digest: record.digest
                )
            ),
            of: "delivery \(record.id)"
        )
        try database.execute(
            sql: "INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                record.id, record.source, record.holder, record.period.ordinal, record.vintage,
                record.received, rows, record.leftOut, Data(record.digest), segment, ordinal,
                sealed,
            ]
        )
    }

    /// The deliveries that were erased by somebody who holds the key.
    func erasedDeliveries(in database: Database) throws -> Set<Int64> {
        guard try database.tableExists("erased") else { return [] }
        let rows = try Row.fetchAll(database, sql: "SELECT id, day, sealed FROM erased")
        return Set(
            rows.compactMap { row -> Int64? in
                let id: Int64 = row["id"]
                let opened = deliveryFacts.open(row["sealed"], of: "erased \(id)")
                return opened?.values == [row["day"] as String] ? id : nil
            }
        )
    }
}
