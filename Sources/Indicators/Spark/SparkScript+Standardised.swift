import Definitions

extension SparkScript {
    /// The lines of a share at the ages of all units of the region, on age `T`.
    ///
    /// Each class to a millionth of a unit of weight, half up; undefined where a group has nobody in a
    /// class in which the region has somebody (decision 43). Numbers that grow too large end the job
    /// with an error, since whole numbers are checked.
    func standardised(
        _ measure: IndicatorDefinition.Measure,
        of indicator: String,
        _ columns: [String]
    ) -> String {
        let part = "m_\(measure.numerator ?? "")"
        let whole = "m_\(measure.denominator ?? "")"
        let others = columns.filter { $0 != "age" }.map { "c_\($0)" }
        let place = ["country", "name", "geography", "region"]
        let same = place.map { "w.\($0) = p.\($0)" } + others.map { "w.\($0) = 'T'" }
        let own = (place + others).map { "r.\($0) = p.\($0)" } + ["r.c_age = w.c_age"]
        let shown = columns.map { $0 == "age" ? "'T'" : "c_\($0)" }
        let group = (place + others).map { "p.\($0)" }.joined(separator: ", ")
        return """

            UNION ALL
            SELECT country, indicator, name,
                   concat_ws(',', geography, region\(shown.map { ", \($0)" }.joined()),
                             '\(measure.name)', concat(t DIV 10, '.', t % 10))
            FROM (SELECT *, (2000 * millionths + whole * 1000000) DIV (2 * whole * 1000000) AS t
                  FROM (SELECT \(group), '\(indicator)' AS indicator,
                               sum((2 * w.\(whole) * r.\(part) * 1000000 + r.\(whole))
                                   DIV (2 * r.\(whole))) AS millionths,
                               sum(w.\(whole)) AS whole
                        FROM (SELECT DISTINCT \((place + others).joined(separator: ", ")) FROM cell) p
                        JOIN cell w ON \(same.joined(separator: " AND "))
                         AND w.c_age NOT IN ('T', 'U') AND w.\(whole) > 0
                        LEFT JOIN cell r ON \(own.joined(separator: " AND ")) AND r.\(whole) > 0
                        GROUP BY \(group)
                        HAVING count(*) = count(r.\(whole))))
            WHERE t > 0
            """
    }
}
