import GRDB

extension PublishedContents {
    /// From what a table follows: its own hash, definition, rules, deliveries, submission.
    ///
    /// - Returns: the entries in their order.
    /// - Throws: ``PublicationError`` when the file cannot be read.
    public func trace(of table: PublishedTable) throws(PublicationError) -> [TraceEntry] {
        do {
            return try queue.read { database in
                try Row.fetchAll(
                    database,
                    sql: "SELECT part, name, hash FROM trace WHERE table_id = ? ORDER BY place",
                    arguments: [table.number]
                ).compactMap { row in
                    TraceEntry.Part(rawValue: row["part"]).map {
                        TraceEntry(part: $0, name: row["name"], hash: row["hash"])
                    }
                }
            }
        } catch {
            throw .notADatabase(
                path: queue.path,
                reason: (error as? DatabaseError)?.message ?? "SQLite"
            )
        }
    }
}
