import Foundation
import GRDB

/// Keeps a second process from taking deliveries in at the same time.
///
/// An exclusive transaction on a database of its own beside the store: the system gives it up when
/// the process ends, however it ends, so no stale lock is ever left.
public final class ReceiveLock: Sendable {
    private let queue: DatabaseQueue

    /// Takes the lock of a store.
    ///
    /// - Throws: ``StoreError/busy(path:)`` when another process holds it.
    public init(store path: String) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.busyMode = .immediateError
            // The transaction stays open for as long as the lock is held.
            configuration.allowsUnsafeTransactions = true
            queue = try DatabaseQueue(path: path + ".lock", configuration: configuration)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
                try database.execute(sql: "BEGIN EXCLUSIVE")
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        } catch {
            throw StoreError.cannotOpen(path: path, reason: "\(error)")
        }
    }

    deinit {
        try? queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }
}
