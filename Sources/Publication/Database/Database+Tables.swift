import Disclosure
import Domain
import GRDB

extension Database {
    /// Inserts a protected table: what it is, its lists, its cells in the order of their keys.
    func insert(_ table: ProtectedTable, number: Int, definitionVersion: Int) throws {
        try execute(
            sql: "INSERT INTO protected_table VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                number, table.indicator, table.period.description, table.unit.rawValue,
                definitionVersion, table.profile, table.notice.nl, table.notice.en,
            ]
        )
        for (name, value) in table.notes.sorted(by: { $0.key < $1.key }) {
            try execute(
                sql: "INSERT INTO table_note VALUES (?, ?, ?)",
                arguments: [number, name, value]
            )
        }
        try insertLists(of: table, number: number)
        let statement = try makeStatement(sql: "INSERT INTO cell VALUES (?, ?, ?)")
        for (key, value) in zip(table.keys, table.values) {
            let shown: Int64? =
                switch value {
                case .shown(let number): number
                case .suppressed: nil
                }
            try statement.execute(arguments: [number, Int64(key), shown])
        }
    }

    private func insertLists(of table: ProtectedTable, number: Int) throws {
        for (place, region) in table.regions.enumerated() {
            try execute(
                sql: "INSERT INTO table_region VALUES (?, ?, ?, ?)",
                arguments: [number, place, region.geography.rawValue, region.code]
            )
        }
        for (index, dimension) in table.dimensions.enumerated() {
            for (place, code) in dimension.codes.enumerated() {
                try execute(
                    sql: "INSERT INTO table_code VALUES (?, ?, ?, ?, ?, ?)",
                    arguments: [
                        number, index, place, dimension.name, dimension.isAdditive, code,
                    ]
                )
            }
        }
        for (place, measure) in table.measures.enumerated() {
            try execute(
                sql: "INSERT INTO table_measure VALUES (?, ?, ?, ?, ?)",
                arguments: [number, place, measure.name, measure.decimals, measure.isCount]
            )
        }
    }

    /// Inserts from what a table follows.
    func insert(_ entries: [TraceEntry], ofTable number: Int) throws {
        for (place, entry) in entries.enumerated() {
            try execute(
                sql: "INSERT INTO trace VALUES (?, ?, ?, ?, ?)",
                arguments: [number, place, entry.part.rawValue, entry.name, entry.hash]
            )
        }
    }
}
