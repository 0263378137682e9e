public import Columns
import Crypto
public import Domain
import Foundation
import GRDB
import Synchronization

extension DeliveryStore {
    /// Seals segments and commits them with their deliveries, all or nothing.
    ///
    /// When this returns, everything is on disk.
    ///
    /// - Parameters:
    ///   - contents: the segments.
    ///   - received: the day of receipt.
    ///   - workers: the cores to seal on.
    ///   - now: the time, for the audit log.
    ///   - event: what the audit log keeps of a delivery, in the same transaction.
    /// - Returns: for each segment the records of its deliveries, in their order.
    /// - Throws: ``StoreError``; then nothing has been written.
    public func commit(
        _ contents: [SegmentContent],
        received: CalendarDay,
        workers: Workers,
        at now: UTCInstant = UTCInstant(seconds: 0),
        logging event: ((DeliveryRecord) -> AuditEvent)? = nil
    ) throws -> [[DeliveryRecord]] {
        if contents.contains(where: { $0.rowCount > DeliveryStore.longCommit }) { settleLog() }
        do {
            return try write { database in
                let records = try contents.map { content in
                    try insert(content, received: received, workers: workers, in: database)
                }
                if let event {
                    try append(records.flatMap { $0.map(event) }, at: now, in: database)
                }
                return records
            }
        } catch {
            // What was rolled back still takes its room in the log beside the store, and on a full
            // disk nothing else could be written any more.
            _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            throw error
        }
    }

    /// Rows from which a commit may fill a disk.
    private static let longCommit = 100_000

    /// Moves what is committed from the log into the file: after a long commit that failed on a full
    /// disk there would be no room to do so.
    private func settleLog() {
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }

    private func insert(
        _ content: SegmentContent,
        received: CalendarDay,
        workers: Workers,
        in database: Database
    ) throws -> [DeliveryRecord] {
        let segment = try nextID(of: "segment", in: database)
        var delivery = try nextDelivery(in: database)
        let bare = DeliveryStore.randomBytes(SealedChunk.keyBytes)
        let sealKey = SymmetricKey(data: bare)
        try insertSegment(segment, content, bareKey: bare, in: database)
        var placed: [(id: Int64, vintage: Int)] = []
        for (ordinal, given) in content.deliveries.enumerated() {
            let vintage = try Int.fetchOne(
                database,
                sql: """
                    SELECT coalesce(max(vintage), 0) + 1 FROM delivery
                    WHERE source = ? AND holder = ? AND period = ?
                    """,
                arguments: [content.source, given.holder, content.period.ordinal]
            )
            let sealed = try deliveryFacts.seal(
                DeliveryRecord.facts(
                    source: content.source,
                    period: content.period,
                    vintage: vintage ?? 1,
                    received: received.description,
                    delivery: given
                ),
                of: "delivery \(delivery)"
            )
            try database.execute(
                sql: "INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    delivery, content.source, given.holder, content.period.ordinal, vintage,
                    received.description, given.rows, given.leftOut, Data(given.digest), segment,
                    ordinal, sealed,
                ]
            )
            placed.append((delivery, vintage ?? 1))
            delivery += 1
        }
        try database.execute(
            sql: "UPDATE meta SET value = ? WHERE name = 'deliveries'",
            arguments: [try deliveryFacts.sealedCount(delivery - 1)]
        )
        try insertChunks(content, segment, placed, key: sealKey, workers: workers, in: database)
        return try Row.fetchAll(
            database,
            sql: "SELECT * FROM delivery WHERE segment = ? ORDER BY ordinal",
            arguments: [segment]
        ).map(DeliveryRecord.init)
    }

    /// The next number of a delivery; one that was erased is not given out again.
    func nextDelivery(in database: Database) throws -> Int64 {
        let sealed = try Data.fetchOne(
            database,
            sql: "SELECT value FROM meta WHERE name = 'deliveries'"
        )
        let count = sealed.flatMap { deliveryFacts.count(in: $0) } ?? 0
        return max(count + 1, try nextID(of: "delivery", in: database))
    }

    func nextID(of table: String, in database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM \(table)") ?? 1
    }

    func insertSegment(
        _ segment: Int64,
        _ content: SegmentContent,
        bareKey: [UInt8],
        facts: SealedFacts? = nil,
        in database: Database
    ) throws {
        let columns = content.columns.map(\.name).sorted().joined(separator: ",")
        let sealed = try (facts ?? segmentFacts).seal(
            SegmentReader.facts(
                source: content.source,
                period: content.period,
                persons: content.pseudonyms.count,
                rows: content.rowCount,
                columns: columns
            ),
            of: "segment \(segment)",
            after: bareKey
        )
        try database.execute(
            sql: "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                segment, content.source, content.period.ordinal, content.pseudonyms.count,
                content.rowCount, columns, sealed,
            ]
        )
    }

    func insertChunks(
        _ content: SegmentContent,
        _ segment: Int64,
        _ deliveries: [(id: Int64, vintage: Int)],
        key: SymmetricKey,
        workers: Workers,
        in database: Database
    ) throws {
        let seal = SealedChunk(
            key: key,
            store: identity,
            segment: segment,
            deliveries: deliveries
        )
        let insert = try database.makeStatement(
            sql: "INSERT INTO chunk (segment, name, part, sealed) VALUES (?, ?, ?, ?)"
        )
        let persons = DeliveryStore.parts(of: content.pseudonyms.count)
        let rows = DeliveryStore.parts(of: content.rowCount)
        let jobs: [(name: String, part: Int, make: @Sendable () -> [UInt8])] =
            persons.enumerated().flatMap { part, range in
                [
                    (
                        "person", part,
                        { @Sendable in SealedChunk.bytes(of: content.pseudonyms[range]) }
                    ),
                    (
                        "run", part,
                        { @Sendable in BitPacking.pack(Array(content.rowsPerPerson[range])) }
                    ),
                ]
            }
            + content.columns.flatMap { column in
                rows.enumerated().map { part, range in
                    (column.name, part, { @Sendable in BitPacking.pack(column.values(range)) })
                }
            }
        // Chunks are packed and sealed while others are written, never many ahead.
        let started = Atomic(0)
        try workers.pipeline(
            next: {
                let job = started.wrappingAdd(1, ordering: .relaxed).oldValue
                return job < jobs.count ? job : nil
            },
            work: { job -> (job: Int, sealed: Data) in
                let (name, part, make) = jobs[job]
                return (job, try seal.seal(make(), column: name, part: part))
            },
            take: { job, sealed in
                try insert.execute(arguments: [segment, jobs[job].name, jobs[job].part, sealed])
            }
        )
    }

    static func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    static func parts(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: SealedChunk.size).map {
            $0..<min(count, $0 + SealedChunk.size)
        }
    }
}
