package import Disclosure
package import Domain
import GRDB

extension PublishedContents {
    /// A cell as it stands in the database.
    package struct StoredCell: Sendable, Equatable {
        /// The packed key.
        package let key: UInt64
        /// What is shown.
        package let value: ProtectedTable.Value
    }

    /// Every cell of a table that is kept, by ascending key; one that is absent is zero.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    package func cells(of table: PublishedTable) throws(PublicationError) -> [StoredCell] {
        do {
            return try queue.read { database in
                let rows = try Row.fetchCursor(
                    database,
                    sql: "SELECT key, value FROM cell WHERE table_id = ? ORDER BY key",
                    arguments: [table.number]
                )
                var cells: [StoredCell] = []
                while let row = try rows.next() {
                    let key: Int64 = row[0]
                    let shown: Int64? = row[1]
                    cells.append(
                        StoredCell(
                            key: UInt64(key),
                            value: shown.map { .shown($0) } ?? .suppressed
                        )
                    )
                }
                return cells
            }
        } catch {
            throw .notADatabase(
                path: queue.path,
                reason: (error as? DatabaseError)?.message ?? "SQLite"
            )
        }
    }
}

extension PublishedTable {
    /// The layout of the table's keys.
    package var layout: CellLayout {
        CellLayout(
            regions: regionPlaces.sorted { $0.value < $1.value }.map(\.key),
            dimensions: dimensions,
            measures: measures
        )
    }
}
