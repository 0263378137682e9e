import Crypto
import Domain
import Foundation
import GRDB
import Keys

extension DeliveryStore {
    /// Only ever added to: the hash of a line covers the one before.
    private static let ledgerSchema = """
        CREATE TABLE IF NOT EXISTS release_ledger (
            number INTEGER PRIMARY KEY, meaning TEXT NOT NULL, definition TEXT NOT NULL,
            period TEXT NOT NULL, vintage INTEGER NOT NULL, inputs TEXT NOT NULL,
            at TEXT NOT NULL, cells BLOB NOT NULL, hash BLOB NOT NULL)
        """

    /// Every table that was ever released, in the order of release.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` from the first line that is not as it was
    ///   written.
    public func releaseLedger() throws -> [LedgerTable] {
        let rows = try read { database in
            guard try database.tableExists("release_ledger") else { return [Row]() }
            return try Row.fetchAll(database, sql: "SELECT * FROM release_ledger ORDER BY number")
        }
        var hash: [UInt8] = []
        return try rows.enumerated().map { index, row in
            let table = LedgerTable(
                number: row["number"],
                meaning: row["meaning"],
                definition: row["definition"],
                period: row["period"],
                vintage: row["vintage"],
                inputs: row["inputs"],
                cells: Array(row["cells"] as Data)
            )
            hash = DeliveryStore.hash(of: table, at: row["at"], after: hash)
            guard table.number == index + 1, hash == Array(row["hash"] as Data) else {
                throw StoreError.damaged(
                    path: path,
                    reason: "line \(index + 1) of the ledger of releases"
                )
            }
            return table
        }
    }

    /// Adds tables at the end; one that is the same as its newest vintage is there already.
    func addToLedger(
        _ tables: [NewLedgerTable],
        at now: UTCInstant,
        in database: Database
    ) throws {
        guard !tables.isEmpty else { return }
        try database.execute(sql: DeliveryStore.ledgerSchema)
        let last = try Row.fetchOne(
            database,
            sql: "SELECT number, hash FROM release_ledger ORDER BY number DESC LIMIT 1"
        )
        var number = last?["number"] as Int? ?? 0
        var hash = (last?["hash"] as Data?).map { Array($0) } ?? []
        for table in tables {
            let newest = try Row.fetchOne(
                database,
                sql: """
                    SELECT * FROM release_ledger WHERE meaning = ? AND period = ?
                    ORDER BY vintage DESC LIMIT 1
                    """,
                arguments: [table.meaning, table.period]
            )
            if let newest, newest["definition"] == table.definition,
                newest["inputs"] == table.inputs, newest["cells"] == Data(table.cells)
            {
                continue
            }
            number += 1
            let line = LedgerTable(
                number: number,
                meaning: table.meaning,
                definition: table.definition,
                period: table.period,
                vintage: (newest?["vintage"] as Int? ?? 0) + 1,
                inputs: table.inputs,
                cells: table.cells
            )
            hash = DeliveryStore.hash(of: line, at: now.description, after: hash)
            try database.execute(
                sql: "INSERT INTO release_ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    line.number, line.meaning, line.definition, line.period, line.vintage,
                    line.inputs, now.description, Data(line.cells), Data(hash),
                ]
            )
        }
    }

    private static func hash(
        of table: LedgerTable,
        at: String,
        after earlier: [UInt8]
    ) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: earlier)
        let facts = [
            String(table.number), table.meaning, table.definition, table.period,
            String(table.vintage), table.inputs, at,
        ]
        hasher.update(data: Array((facts.joined(separator: "\u{1F}") + "\n").utf8))
        hasher.update(data: table.cells)
        return Array(hasher.finalize())
    }
}
