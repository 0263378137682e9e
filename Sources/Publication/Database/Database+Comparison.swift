import Comparison
import Domain
import GRDB
import Statistics

extension Database {
    /// Inserts everything that was compared.
    func insert(_ comparisons: Comparisons) throws {
        for (place, sheet) in comparisons.sheets.enumerated() {
            try insert(sheet, place: place)
        }
        for input in comparisons.inputs {
            guard let sheet = comparisons.sheets.firstIndex(where: { $0.measure == input.measure })
            else { continue }
            for (place, stratum) in input.strata.enumerated() {
                try execute(
                    sql: "INSERT INTO comparison_input VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        sheet, input.code, place, stratum.code, stratum.size?.low,
                        stratum.size?.shown, stratum.size?.high, stratum.events,
                        stratum.countrySize,
                    ]
                )
            }
        }
        for (place, name) in comparisons.characteristics.enumerated() {
            try execute(
                sql: "INSERT INTO peer_characteristic VALUES (?, ?)",
                arguments: [place, name]
            )
        }
        for (code, children) in comparisons.children.sorted(by: { $0.key < $1.key }) {
            try execute(sql: "INSERT INTO peer_size VALUES (?, ?)", arguments: [code, children])
            for (place, other) in (comparisons.neighbours[code] ?? []).enumerated() {
                try execute(
                    sql: "INSERT INTO peer VALUES (?, ?, ?, ?)",
                    arguments: [code, place, other.code, other.distance]
                )
            }
        }
    }

    private func insert(_ sheet: ComparisonSheet, place: Int) throws {
        try execute(
            sql: "INSERT INTO comparison_sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                place, sheet.measure, sheet.period.description, sheet.countryEvents.low,
                sheet.countryEvents.shown, sheet.countryEvents.high, sheet.countrySize.low,
                sheet.countrySize.shown, sheet.countrySize.high,
                sheet.phi.isFinite ? sheet.phi : nil, sheet.tau2, sheet.counted,
            ]
        )
        for row in sheet.rows {
            try execute(
                sql: """
                    INSERT INTO comparison_row VALUES
                    (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    place, row.code, row.events?.low, row.events?.shown, row.events?.high,
                    row.size?.low, row.size?.shown, row.size?.high, row.place?.rawValue,
                    row.expected?.low, row.expected?.shown, row.expected?.high,
                    row.withheldShare, row.ratio?.value, row.ratio?.limits.lower,
                    row.ratio?.limits.upper, row.shrunken?.value, row.shrunken?.limits.lower,
                    row.shrunken?.limits.upper,
                ]
            )
        }
        for (step, point) in sheet.curve.enumerated() {
            try execute(
                sql: "INSERT INTO comparison_curve VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    place, step, point.size, point.inner.lower, point.inner.upper,
                    point.outer.lower, point.outer.upper, point.exactInner.lower,
                    point.exactInner.upper, point.exactOuter.lower, point.exactOuter.upper,
                ]
            )
        }
    }

    /// Everything that was compared, without the inputs, which are read for one municipality.
    func comparisons() throws -> Comparisons {
        var neighbours: [String: [PeerGroups.Neighbour]] = [:]
        for row in try Row.fetchAll(self, sql: "SELECT * FROM peer ORDER BY code, place") {
            neighbours[row["code"], default: []].append(
                PeerGroups.Neighbour(code: row["other"], distance: row["distance"])
            )
        }
        return Comparisons(
            sheets: try Row.fetchAll(self, sql: "SELECT * FROM comparison_sheet ORDER BY place")
                .compactMap { row in try ComparisonRows.sheet(of: row, in: self) },
            inputs: [],
            children: try Row.fetchAll(self, sql: "SELECT * FROM peer_size")
                .reduce(into: [:]) { $0[$1["code"]] = $1["children"] },
            neighbours: neighbours,
            characteristics: try String.fetchAll(
                self,
                sql: "SELECT name FROM peer_characteristic ORDER BY place"
            )
        )
    }

    /// The strata of a municipality's inputs for a measure.
    func strata(
        of measure: String,
        _ code: String
    ) throws -> [IndirectStandardisation.Stratum] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT comparison_input.* FROM comparison_input
                JOIN comparison_sheet ON comparison_sheet.place = comparison_input.sheet
                WHERE measure = ? AND code = ? ORDER BY comparison_input.place
                """,
            arguments: [measure, code]
        ).map { row in
            IndirectStandardisation.Stratum(
                code: row["stratum"],
                size: ComparisonRows.range(row, "size"),
                events: row["events"],
                countrySize: row["country_size"]
            )
        }
    }
}
