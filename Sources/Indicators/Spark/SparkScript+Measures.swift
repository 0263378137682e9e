import Definitions

extension SparkScript {
    /// The view of the records of protection measures of each period.
    var measureViews: [String] {
        [
            """
            CREATE TEMPORARY VIEW measure_set AS
            SELECT a.name, a.first, a.last, a.first_half, a.last_half, a.year, r.*
            FROM record r JOIN asked a ON r.country = a.country
             AND (r.period = a.last_half OR (r.period = a.first_half
                  AND (r.finish IS NOT NULL OR NOT r.has_next)))
            WHERE r.source = 'jeugdbescherming'
            """
        ]
    }

    /// An indicator on measures: what began, what ended, or the balance.
    func measures(_ definition: IndicatorDefinition) -> String {
        let filter: String
        switch definition.population {
        case .measuresStarted:
            filter = "m.taken_over IS NULL AND m.begun BETWEEN m.first AND m.last"
        case .measuresEnded: filter = "m.ended BETWEEN m.first AND m.last"
        default: filter = "true"
        }
        let rule = definition.repeatRule
        let notAnEnd = rule?.reasonsNotAnEnd ?? []
        let isEnd =
            notAnEnd.isEmpty
            ? "true" : "coalesce(r.reason NOT IN \(SparkScript.list(notAnEnd)), true)"
        let years = rule?.lookBackYears.map { years in
            "AND r.ended >= unix_date(add_months(date_from_unix_date(a.first), \(-12 * years)))"
        }
        let base = """
            SELECT m.*, coalesce(b.earliest <= m.begun - \(rule?.gapDays ?? 0), false) AS is_repeat
            FROM measure_set m
            LEFT JOIN (SELECT r.country, a.name, r.person, min(r.ended) AS earliest
                       FROM record r JOIN asked a
                         ON r.country = a.country AND r.period <= a.last_half
                       WHERE r.source = 'jeugdbescherming' AND r.person IS NOT NULL
                         AND r.ended IS NOT NULL AND \(isEnd) \(years ?? "")
                       GROUP BY r.country, a.name, r.person) b USING (country, name, person)
            WHERE \(filter)
            """
        return figures(definition, base: base)
    }

    /// Youths with a measure per 1 000 inhabitants.
    func rate(_ definition: IndicatorDefinition) -> String {
        func shown(
            _ kind: IndicatorDefinition.Measure.Kind,
            _ value: String
        ) -> String? {
            definition.measures.first { $0.kind == kind }.map { "'\($0.name)', \(value)" }
        }
        let measures = [
            shown(.youths, "CAST(youths AS STRING)"),
            shown(.population, "CAST(inhabitants AS STRING)"),
            shown(.perThousand, SparkScript.tenths("1000 * coalesce(youths, 0)", "inhabitants")),
        ].compactMap(\.self)
        return """
            WITH own AS (
                SELECT * FROM measure_set
                WHERE person IS NOT NULL AND start <= last AND (finish IS NULL OR finish >= first)
            ), led AS (
                SELECT *, row_number() OVER (PARTITION BY country, name, person
                    ORDER BY \(SparkScript.lead)) AS nth
                FROM own
            ), youth AS (
                SELECT country, name, geography, region, count(*) AS youths
                FROM led JOIN placement USING (country, place)
                WHERE nth = 1 AND birth <= last
                  AND coalesce(\(SparkScript.age("first")), 0) < \(definition.underAge ?? 0)
                GROUP BY country, name, geography, region
            ), inhabitant AS (
                SELECT country, a.name, geography, region, sum(n) AS inhabitants
                FROM population p JOIN placement USING (country, place)
                JOIN asked a USING (country, year)
                GROUP BY country, a.name, geography, region
            )
            SELECT country, '\(definition.id)' AS indicator, name,
                   concat_ws(',', geography, region, measure, value) AS line
            FROM (SELECT *, explode(map(\(measures.joined(separator: ", ")))) AS (measure, value)
                  FROM youth FULL JOIN inhabitant USING (country, name, geography, region))
            WHERE value IS NOT NULL AND value NOT IN ('0', '0.0')
            """
    }

    /// Youths for whom help and a measure ran on one and the same day.
    func both(_ definition: IndicatorDefinition) -> String {
        let hasForm = definition.breakdowns.contains(.form)
        let columns = hasForm ? "form, " : ""
        let name = definition.measures.first?.name ?? ""
        return """
            WITH help AS (
                SELECT a.name, a.first, a.last, r.* FROM record r JOIN asked a
                  ON r.country = a.country AND r.period = a.last_half
                WHERE r.source = 'jeugdhulp' AND r.person IS NOT NULL
            ), led AS (
                SELECT *, row_number() OVER (PARTITION BY country, name, person
                    ORDER BY \(SparkScript.lead)) AS nth
                FROM help
            ), together AS (
                SELECT DISTINCT h.country, h.name, h.person, h.form
                FROM help h JOIN measure_set m USING (country, name, person)
                WHERE greatest(h.start, m.start, h.first)
                    <= least(coalesce(h.finish, \(SparkScript.open)),
                             coalesce(m.finish, \(SparkScript.open)), h.last)
            ), counted AS (
                \(hasForm ? "SELECT country, name, person, form FROM together UNION ALL" : "")
                SELECT DISTINCT country, name, person, 'T' AS form FROM together
            )
            SELECT c.country, '\(definition.id)' AS indicator, c.name,
                   concat_ws(',', geography, region, \(columns.isEmpty ? "" : "c.form, ")'\(name)', count(*)) AS line
            FROM counted c
            JOIN led l ON l.country = c.country AND l.name = c.name AND l.person = c.person AND nth = 1
            JOIN placement p ON p.country = l.country AND p.place = l.place
            GROUP BY c.country, c.name, geography, region\(hasForm ? ", c.form" : "")
            """
    }
}
