import Comparison
import Domain
import GRDB
import Statistics

/// Reads what was compared from the rows of the published database.
enum ComparisonRows {
    /// A sheet with its rows and curves.
    static func sheet(of row: Row, in database: Database) throws -> ComparisonSheet? {
        let place: Int = row["place"]
        guard let period = Period(row["period"] as String), let events = range(row, "events"),
            let size = range(row, "size")
        else { return nil }
        return ComparisonSheet(
            measure: row["measure"],
            period: period,
            countryEvents: events,
            countrySize: size,
            phi: (row["phi"] as Double?) ?? .nan,
            tau2: row["tau2"],
            counted: row["counted"],
            rows: try Row.fetchAll(
                database,
                sql: "SELECT * FROM comparison_row WHERE sheet = ? ORDER BY code",
                arguments: [place]
            ).map(self.row),
            curve: try Row.fetchAll(
                database,
                sql: "SELECT * FROM comparison_curve WHERE sheet = ? ORDER BY step",
                arguments: [place]
            ).map(curvePoint)
        )
    }

    /// A count with what rounding leaves open; `nil` where it is withheld.
    static func range(_ row: Row, _ name: String) -> CountRange? {
        guard let shown = row[name] as Double?, let low = row[name + "_low"] as Double?,
            let high = row[name + "_high"] as Double?
        else { return nil }
        return CountRange(shown: shown, low: low, high: high)
    }

    private static func row(_ row: Row) -> ComparisonSheet.Row {
        ComparisonSheet.Row(
            code: row["code"],
            events: range(row, "events"),
            size: range(row, "size"),
            place: (row["place"] as String?).flatMap { FunnelComparison.Place(rawValue: $0) },
            expected: range(row, "expected"),
            withheldShare: row["withheld_share"],
            ratio: estimate(row, "ratio"),
            shrunken: estimate(row, "shrunken")
        )
    }

    private static func estimate(
        _ row: Row,
        _ name: String
    ) -> ComparisonSheet.Row.Estimate? {
        guard let value = row[name] as Double? else { return nil }
        return ComparisonSheet.Row.Estimate(value: value, limits: interval(row, name))
    }

    private static func curvePoint(_ row: Row) -> ComparisonSheet.CurvePoint {
        ComparisonSheet.CurvePoint(
            size: row["size"],
            inner: interval(row, "inner"),
            outer: interval(row, "outer"),
            exactInner: interval(row, "exact_inner"),
            exactOuter: interval(row, "exact_outer")
        )
    }

    private static func interval(_ row: Row, _ name: String) -> Interval {
        Interval(
            (row[name + "_low"] as Double?) ?? .nan,
            (row[name + "_high"] as Double?) ?? .nan
        )
    }
}
