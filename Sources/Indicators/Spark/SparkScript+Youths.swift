import Definitions

extension SparkScript {
    /// An indicator on youths: each in every form it had, or in its heaviest, and once in all.
    func youths(_ definition: IndicatorDefinition) -> String {
        let isHeaviest = definition.breakdowns.contains(.heaviestForm)
        let hasForm = isHeaviest || definition.breakdowns.contains(.form)
        let others = definition.breakdowns.filter { ![.form, .heaviestForm].contains($0) }
        let forms = SparkScript.list(set.breakdowns.formsHeaviestFirst)
        let array = "array" + forms
        let formRows =
            isHeaviest
            ? "SELECT country, name, person, element_at(\(array), "
                + "CAST(min(array_position(\(array), form)) AS INT)) AS d_form "
                + "FROM own GROUP BY country, name, person"
            : "SELECT DISTINCT country, name, person, form AS d_form FROM own"
        let codes = others.map { "\(code($0)) AS d_\($0.column)" }
        let own = others.map { "d_\($0.column)" }
        let shown = definition.breakdowns.map { breakdown in
            [.form, .heaviestForm].contains(breakdown)
                ? "d_form" : "coalesce(d_\(breakdown.column), 'T')"
        }
        let totals = definition.breakdowns.map { _ in "'T'" }
        func name(_ kind: IndicatorDefinition.Measure.Kind) -> String? {
            definition.measures.first { $0.kind == kind }?.name
        }
        let nobody = name(.recordsWithoutPerson).map { name in
            """

            UNION ALL
            SELECT country, '\(definition.id)', name,
                   concat_ws(',', 'nl', 'NL01', \((totals + ["'\(name)'", "count(*)"]).joined(separator: ", ")))
            FROM help_set WHERE person IS NULL GROUP BY country, name
            """
        }
        return """
            WITH own AS (
                SELECT a.name, a.first, a.last, r.* FROM record r JOIN asked a
                  ON r.country = a.country AND r.period BETWEEN a.first_half AND a.last_half
                WHERE r.source = 'jeugdhulp' AND r.person IS NOT NULL
                  AND r.start <= a.last AND (r.finish IS NULL OR r.finish >= a.first)
            ), led AS (
                SELECT *, row_number() OVER (PARTITION BY country, name, person
                    ORDER BY \(SparkScript.lead)) AS nth
                FROM own
            ), youth AS (
                SELECT *\(codes.map { ", \($0)" }.joined()) FROM led WHERE nth = 1
            ), formed AS (
                \(hasForm ? formRows + " UNION ALL " : "")
                SELECT DISTINCT country, name, person, 'T' AS d_form FROM own
            ), leaf AS (
                SELECT country, name, place, d_form\(own.map { ", \($0)" }.joined()), count(*) AS n
                FROM youth JOIN formed USING (country, name, person)
                GROUP BY country, name, place, d_form\(own.map { ", \($0)" }.joined())
            )
            SELECT country, '\(definition.id)' AS indicator, name,
                   concat_ws(',', geography, region, \((shown + ["'\(name(.youths) ?? "")'", "sum(n)"]).joined(separator: ", "))) AS line
            FROM leaf JOIN placement USING (country, place)
            GROUP BY country, name, geography, region, d_form\(own.isEmpty ? "" : ", CUBE (\(own.joined(separator: ", ")))")\(nobody ?? "")
            """
    }
}
