import Domain
import Foundation
import GRDB

/// What is wrong with the audit log, named by line.
public enum AuditMistake: Error, Equatable, Sendable {
    /// A line was changed, or written by somebody without the key.
    case changed(number: Int)
    /// A line stands in another place than it was written in.
    case moved(from: Int, to: Int)
    /// A line was taken away.
    case removed(number: Int)
    /// Lines behind this one were cut off, which a checkpoint says were there.
    case cutOff(after: Int, expected: Int)
    /// The log does not lead to what a checkpoint says of this line.
    case departs(checkpoint: Int)
    /// A checkpoint carries no signature of this store.
    case unsigned(checkpoint: Int)
    /// A line is older than the one before it: the clock was put back.
    case clockBack(number: Int)
}

/// What a check of the audit log found.
public struct AuditVerification: Sendable, Equatable {
    /// Lines that were looked at.
    public internal(set) var lines = 0
    /// Checkpoints that were looked at, those given from outside included.
    public internal(set) var checkpoints = 0
    /// What is wrong, in the order of the lines.
    public internal(set) var mistakes: [AuditMistake] = []
}

extension DeliveryStore {
    /// The lines of the audit log that open, in their order.
    ///
    /// - Parameter kinds: which kinds; every one when `nil`.
    /// - Returns: the lines, earliest first.
    /// - Throws: ``StoreError`` when the store cannot be read.
    public func auditLines(_ kinds: Set<AuditEvent.Kind>? = nil) throws -> [AuditLine] {
        try storedLines().compactMap { stored in
            guard let content = stored.content, let kind = AuditEvent.Kind(rawValue: stored.kind),
                kinds?.contains(kind) ?? true, let role = Role(rawValue: stored.role),
                let at = UTCInstant(stored.at), let facts = AuditSeal.object(stored.facts)
            else { return nil }
            return AuditLine(
                number: stored.number,
                at: at,
                event: AuditEvent(
                    kind,
                    role: role,
                    actor: content.actor,
                    facts: facts,
                    sealed: content.sealed
                ),
                hash: stored.hash
            )
        }
    }

    /// The last checkpoint, to be kept elsewhere; `nil` while the log is empty.
    public func lastCheckpoint() throws -> AuditCheckpoint? { try storedCheckpoints().last }

    /// Follows the chain, opens every seal and holds both against the checkpoints.
    ///
    /// - Parameter kept: checkpoints that were kept elsewhere.
    /// - Returns: what was looked at, and every mistake found.
    /// - Throws: ``StoreError`` when the store cannot be read.
    public func verifyAudit(against kept: [AuditCheckpoint] = []) throws -> AuditVerification {
        let stored = try storedLines()
        var result = AuditVerification()
        result.lines = stored.count
        var previous = auditSeal.origin
        var expected = 1
        var time: String?
        var hashes: [Int: [UInt8]] = [:]
        var original: Set<Int> = []
        for line in stored { if let content = line.content { original.insert(content.number) } }
        for line in stored {
            let number = line.number
            // A gap in the numbers is a line taken away, unless it turns up in another place.
            for missing in expected..<max(expected, number) where !original.contains(missing) {
                result.mistakes.append(.removed(number: missing))
            }
            expected = number + 1
            defer {
                previous = line.hash
                hashes[number] = line.hash
            }
            guard let content = line.content else {
                result.mistakes.append(.changed(number: number))
                continue
            }
            if content.number != number {
                result.mistakes.append(.moved(from: content.number, to: number))
                continue
            }
            let whole = AuditSeal.hash(
                after: content.previous,
                line.open,
                sealed: Array(line.sealed)
            )
            if whole != line.hash {
                result.mistakes.append(.changed(number: number))
            } else if content.previous != previous, hashes[number - 1] != nil || number == 1 {
                // The line before was rewritten as a whole; where its own seal failed too, that
                // has been said.
                let before = AuditMistake.changed(number: number - 1)
                if !result.mistakes.contains(before),
                    !result.mistakes.contains(where: {
                        if case .moved(_, number - 1) = $0 { true } else { false }
                    })
                {
                    result.mistakes.append(before)
                }
            }
            if let time, line.at < time { result.mistakes.append(.clockBack(number: number)) }
            time = line.at
        }
        try check(storedCheckpoints() + kept, hashes, last: expected - 1, &result)
        return result
    }

    private func check(
        _ checkpoints: [AuditCheckpoint],
        _ hashes: [Int: [UInt8]],
        last: Int,
        _ result: inout AuditVerification
    ) throws {
        let key = try auditPublicKey()
        var furthest = 0
        for checkpoint in checkpoints {
            result.checkpoints += 1
            guard checkpoint.isSigned(by: key), checkpoint.store == identity.bytes else {
                result.mistakes.append(.unsigned(checkpoint: checkpoint.number))
                continue
            }
            furthest = max(furthest, checkpoint.number)
            if let hash = hashes[checkpoint.number], hash != checkpoint.hash {
                result.mistakes.append(.departs(checkpoint: checkpoint.number))
            }
        }
        if furthest > last {
            result.mistakes.append(.cutOff(after: last, expected: furthest))
        }
    }

    /// A line as it stands in the file.
    private struct StoredLine {
        let number: Int
        let at: String
        let kind: String
        let role: String
        let facts: String
        let sealed: Data
        let hash: [UInt8]
        let open: [UInt8]
        let content: AuditSeal.Content?
    }

    private func storedLines() throws -> [StoredLine] {
        let seal = auditSeal
        return try read { database in
            guard try database.tableExists("audit") else { return [] }
            return try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY number").map {
                row in
                let open = AuditSeal.open(
                    number: row["number"],
                    at: row["at"],
                    kind: row["kind"],
                    role: row["role"],
                    facts: row["facts"]
                )
                let sealed: Data = row["sealed"]
                return StoredLine(
                    number: row["number"],
                    at: row["at"],
                    kind: row["kind"],
                    role: row["role"],
                    facts: row["facts"],
                    sealed: sealed,
                    hash: Array(row["hash"] as Data),
                    open: open,
                    content: seal.content(of: sealed, over: open)
                )
            }
        }
    }

    private func storedCheckpoints() throws -> [AuditCheckpoint] {
        let store = identity.bytes
        return try read { database in
            guard try database.tableExists("checkpoint") else { return [] }
            return try Row.fetchAll(database, sql: "SELECT * FROM checkpoint ORDER BY number").map {
                row in
                AuditCheckpoint(
                    number: row["number"],
                    at: UTCInstant(row["at"] as String) ?? UTCInstant(seconds: 0),
                    hash: Array(row["hash"] as Data),
                    store: store,
                    signature: Array(row["signature"] as Data)
                )
            }
        }
    }
}
