import GRDB

extension DeliveryStore {
    /// Does something with deleted content overwritten, whatever it costs in writing.
    func overwriting(_ body: () throws -> Void) throws {
        try pragma("PRAGMA secure_delete = ON")
        defer { try? pragma("PRAGMA secure_delete = FAST") }
        try body()
    }

    /// Writes the file anew and empties the log beside it, so that nothing that was deleted is left
    /// in either.
    func rewriteFile() throws {
        try pragma("PRAGMA wal_checkpoint(TRUNCATE)")
        try pragma("VACUUM")
        try pragma("PRAGMA wal_checkpoint(TRUNCATE)")
    }

    private func pragma(_ sql: String) throws {
        do {
            try pool.barrierWriteWithoutTransaction { try $0.execute(sql: sql) }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
