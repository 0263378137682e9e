import Definitions

extension SparkScript {
    /// An open end, in days: later than any.
    static let open = 2_932_896

    /// Views of merged trajectories: of the periods, of the half-years after them, and of history.
    var trajectoryViews: [String] {
        let open = SparkScript.open
        return [
            """
            CREATE TEMPORARY VIEW help_set AS
            SELECT a.name, a.first, a.last, a.first_half, a.last_half, r.*,
                   coalesce(r.finish, \(open)) AS reach
            FROM record r JOIN asked a ON r.country = a.country
             AND (r.period = a.last_half OR (r.period = a.first_half
                  AND (r.finish IS NOT NULL OR NOT r.has_next)))
            WHERE r.source = 'jeugdhulp'
            """,
            """
            CREATE TEMPORARY VIEW help_next AS
            SELECT a.name, a.first, a.last, a.first_half, a.last_half, r.*,
                   coalesce(r.finish, \(open)) AS reach
            FROM record r JOIN asked a ON r.country = a.country AND r.period = a.last_half + 1
            WHERE r.source = 'jeugdhulp'
            """,
            """
            CREATE TEMPORARY VIEW help_history AS
            SELECT a.name, a.first, a.last, a.first_half, a.last_half, r.*,
                   CASE WHEN r.finish IS NOT NULL THEN r.finish
                        WHEN r.period = a.last_half THEN \(open) ELSE r.period_end END AS reach
            FROM record r JOIN asked a ON r.country = a.country AND r.period <= a.last_half
            WHERE r.source = 'jeugdhulp'
              AND (r.finish IS NOT NULL OR r.period = a.last_half OR NOT r.has_next)
            """,
        ] + merged("help_set", into: "trajectory") + merged("help_next", into: "trajectory_next")
            + merged("help_history", into: "trajectory_before") + [
                """
                CREATE TEMPORARY VIEW newest AS
                SELECT country, name, person, max(start) AS newest
                FROM (SELECT country, name, person, start FROM trajectory
                      UNION ALL SELECT country, name, person, start FROM trajectory_next)
                WHERE person IS NOT NULL GROUP BY country, name, person
                """
            ]
    }

    /// Records merged into trajectories, each with the fields of its first, last and lead record.
    private func merged(_ records: String, into name: String) -> [String] {
        let group = "country, name, owner, holder, form"
        let order = "start, reach, id"
        return [
            """
            CREATE TEMPORARY VIEW \(name)_ranked AS
            WITH owned AS (
                SELECT *, coalesce(CAST(person AS STRING), concat('-', id)) AS owner FROM \(records)
            ), joined AS (
                SELECT *, CASE WHEN start <= max(reach) OVER (
                    PARTITION BY \(group) ORDER BY \(order)
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS is_new
                FROM owned
            ), numbered AS (
                SELECT *, sum(is_new) OVER (PARTITION BY \(group) ORDER BY \(order)
                    ROWS UNBOUNDED PRECEDING) AS nth
                FROM joined
            )
            SELECT *,
                   row_number() OVER (PARTITION BY \(group), nth
                       ORDER BY start, referrer NULLS LAST,
                           CASE crisis WHEN 'N' THEN 0 WHEN 'J' THEN 1 ELSE 2 END) AS as_first,
                   row_number() OVER (PARTITION BY \(group), nth
                       ORDER BY reach DESC, finish DESC NULLS FIRST, reason NULLS LAST,
                           satisfaction NULLS LAST, without_help NULLS LAST,
                           informant NULLS LAST) AS as_last,
                   row_number() OVER (PARTITION BY \(group), nth ORDER BY \(SparkScript.lead))
                       AS as_lead
            FROM numbered
            """,
            """
            CREATE TEMPORARY VIEW \(name) AS
            SELECT country, name, person, owner, holder, form, nth, max(first) AS first,
                   max(last) AS last, min(start) AS start,
                   max(CASE WHEN as_first = 1 THEN referrer END) AS referrer,
                   max(CASE WHEN as_last = 1 THEN finish END) AS finish,
                   max(CASE WHEN as_last = 1 THEN reason END) AS reason,
                   max(CASE WHEN as_last = 1 THEN satisfaction END) AS satisfaction,
                   max(CASE WHEN as_last = 1 THEN without_help END) AS without_help,
                   max(CASE WHEN as_last = 1 THEN informant END) AS informant,
                   max(CASE WHEN as_lead = 1 THEN place END) AS place,
                   max(CASE WHEN as_lead = 1 THEN birth END) AS birth,
                   max(CASE WHEN as_lead = 1 THEN sex END) AS sex
            FROM \(name)_ranked
            GROUP BY country, name, person, owner, holder, form, nth
            """,
        ]
    }

    /// The order in which the lead record of a youth comes first.
    static let lead = """
        municipality IS NULL, start DESC, municipality DESC NULLS LAST, holder DESC, form DESC,
        referrer DESC NULLS LAST, sex DESC NULLS LAST, birth DESC NULLS LAST
        """

    /// An indicator on trajectories.
    func trajectories(_ definition: IndicatorDefinition) -> String {
        let filter: String
        switch definition.population {
        case .started: filter = "t.start BETWEEN t.first AND t.last"
        case .ended: filter = "t.finish BETWEEN t.first AND t.last"
        default: filter = "t.start <= t.last AND (t.finish IS NULL OR t.finish >= t.first)"
        }
        let referrers = definition.referrers.map { " AND t.referrer IN " + SparkScript.list($0) }
        let rule = definition.repeatRule
        let years = rule?.lookBackYears.map { years in
            "finish >= unix_date(add_months(date_from_unix_date(first), \(-12 * years)))"
        }
        let base = """
            SELECT t.*, n.newest, coalesce(b.earliest <= t.start - \(rule?.gapDays ?? 0), false)
                       AS is_repeat
            FROM trajectory t
            LEFT JOIN newest n USING (country, name, person)
            LEFT JOIN (SELECT country, name, person, min(finish) AS earliest FROM trajectory_before
                       WHERE person IS NOT NULL AND \(years ?? "finish IS NOT NULL")
                       GROUP BY country, name, person) b USING (country, name, person)
            WHERE \(filter)\(referrers ?? "")
            """
        return figures(definition, base: base)
    }
}
