import Domain
import GRDB

extension Database {
    /// What is known of the release.
    func properties() throws -> [String: String] {
        try Row.fetchAll(self, sql: "SELECT name, value FROM property")
            .reduce(into: [:]) { $0[$1["name"]] = $1["value"] }
    }

    /// The tables by indicator and period, without their cells.
    func publishedTables() throws -> [PublishedTable] {
        try Row.fetchAll(self, sql: "SELECT * FROM protected_table ORDER BY id")
            .compactMap { row in try publishedTable(of: row) }
    }

    private func publishedTable(of row: Row) throws -> PublishedTable? {
        let number: Int = row["id"]
        guard let period = Period(row["period"] as String),
            let unit = UnitOfCount(rawValue: row["unit"])
        else { return nil }
        return PublishedTable(
            number: number,
            indicator: row["indicator"],
            period: period,
            unit: unit,
            definitionVersion: row["definition_version"],
            profile: row["profile"],
            notice: LocalizedText(nl: row["notice_nl"], en: row["notice_en"]),
            notes: try notes(of: number),
            dimensions: try dimensions(of: number),
            measures: try Row.fetchAll(
                self,
                sql: "SELECT * FROM table_measure WHERE table_id = ? ORDER BY place",
                arguments: [number]
            ).map {
                CellTable.Measure(
                    name: $0["name"],
                    decimals: $0["decimals"],
                    isCount: $0["is_count"]
                )
            },
            regionPlaces: try regions(of: number)
        )
    }

    private func notes(of table: Int) throws -> [String: String] {
        try Row.fetchAll(
            self,
            sql: "SELECT name, value FROM table_note WHERE table_id = ?",
            arguments: [table]
        ).reduce(into: [:]) { $0[$1["name"]] = $1["value"] }
    }

    private func dimensions(of table: Int) throws -> [CellTable.Dimension] {
        let rows = try Row.fetchAll(
            self,
            sql: "SELECT * FROM table_code WHERE table_id = ? ORDER BY dimension, place",
            arguments: [table]
        )
        var dimensions: [(name: String, isAdditive: Bool, codes: [String])] = []
        for row in rows {
            if row["dimension"] as Int == dimensions.count {
                dimensions.append((row["name"], row["is_additive"], []))
            }
            dimensions[dimensions.count - 1].codes.append(row["code"])
        }
        return dimensions.map {
            CellTable.Dimension(name: $0.name, codes: $0.codes, isAdditive: $0.isAdditive)
        }
    }

    private func regions(of table: Int) throws -> [CellTable.Region: Int] {
        try Row.fetchAll(
            self,
            sql: "SELECT * FROM table_region WHERE table_id = ?",
            arguments: [table]
        ).reduce(into: [:]) { places, row in
            guard let geography = Geography(rawValue: row["geography"]) else { return }
            places[CellTable.Region(geography: geography, code: row["region"])] = row["place"]
        }
    }
}
