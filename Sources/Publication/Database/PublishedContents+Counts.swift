import GRDB

extension PublishedContents {
    /// How many cells of a table hold a number, and how many are withheld.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    func cellCounts(
        of table: PublishedTable
    ) throws(PublicationError) -> (shown: Int, withheld: Int) {
        do {
            return try queue.read { database in
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT count(value), count(*) FROM cell WHERE table_id = ?",
                    arguments: [table.number]
                )
                let shown: Int = row?[0] ?? 0
                let all: Int = row?[1] ?? 0
                return (shown, all - shown)
            }
        } catch {
            throw .notADatabase(
                path: queue.path,
                reason: (error as? DatabaseError)?.message ?? "SQLite"
            )
        }
    }
}
