import Definitions
public import Domain
import Statistics

/// *Cohorttabellen*: what of a cohort crosses the wall.
///
/// Each figure stands beside the unweighted numbers of persons it was made of, which decide whether
/// it may be shown. Shares are percentages with one decimal. `status`: 0 nothing, 1 a figure without
/// interval, 2 a figure with one. Repeated violence stands at fixed days only.
public enum CohortTables {
    private static let country = CellTable.Region(geography: .country, code: "NL01")
    private static let counts = ["persons", "persons_with", "persons_without"]
    private static let figures = ["estimate", "lower", "upper", "bound_lower", "bound_upper"]

    private typealias Row = (codes: [String], measure: String, value: Int64)

    /// Change by questionnaire, wave and class.
    public static func change(_ found: [ChangeStudy.Figure], _ state: CohortState) -> CellTable {
        table(
            "change",
            state,
            dimensions: [
                ("questionnaire", Array(Set(found.map(\.questionnaire)))),
                ("wave", Array(Set(found.map(\.wave)))),
                ("class", ChangeStudy.classes.map(\.rawValue)),
            ],
            rows: found.flatMap { figure in
                zip(ChangeStudy.classes, figure.shares).flatMap { name, share in
                    rows([figure.questionnaire, figure.wave, name.rawValue], share)
                }
            }
        )
    }

    /// Violence by wave and class.
    public static func violence(_ found: [ViolenceWaves.Figure], _ state: CohortState) -> CellTable
    {
        table(
            "violence",
            state,
            dimensions: [
                ("wave", found.map(\.wave)), ("class", ViolenceClass.allCases.map(\.rawValue)),
            ],
            rows: found.flatMap { figure in
                zip(ViolenceClass.allCases, figure.shares).flatMap { name, share in
                    rows([figure.wave, name.rawValue], share)
                }
            }
        )
    }

    /// Response by wave.
    public static func response(_ found: [WaveResponse], _ state: CohortState) -> CellTable {
        table(
            "response",
            state,
            dimensions: [("wave", found.map(\.wave))],
            rows: found.flatMap { rows([$0.wave], $0.share) }
        )
    }

    /// Repeated violence by day after the report.
    ///
    /// `estimate` is the cumulative incidence with placement beside it, `alone` the complement of
    /// the Kaplan–Meier curve.
    public static func repeated(
        _ found: [RepeatedViolence.Figure],
        _ state: CohortState
    ) -> CellTable {
        table(
            "repeated",
            state,
            dimensions: [("horizon", found.map { horizon($0.days) })],
            rows: found.flatMap { figure -> [Row] in
                let codes = [horizon(figure.days)]
                var rows: [Row] = [
                    (codes, "persons", Int64(figure.persons)),
                    (codes, "persons_with", Int64(figure.with)),
                    (codes, "persons_without", Int64(figure.without)),
                ]
                guard let incidence = figure.incidence else { return rows }
                let limits = figure.incidenceInterval
                let isWhole = limits.map { $0.lower.isFinite && $0.upper.isFinite } ?? false
                rows.append((codes, "status", isWhole ? 2 : 1))
                add("estimate", incidence, codes, &rows)
                add("alone", figure.complement, codes, &rows)
                if isWhole {
                    add("lower", limits?.lower, codes, &rows)
                    add("upper", limits?.upper, codes, &rows)
                }
                return rows
            }
        )
    }

    /// A day with leading zeroes, so that codes stand in the order of time.
    static func horizon(_ days: Int) -> String {
        let text = String(days)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text
    }

    private static func rows(_ codes: [String], _ share: CohortShare) -> [Row] {
        var rows: [Row] = [
            (codes, "persons", Int64(share.persons)), (codes, "persons_with", Int64(share.with)),
            (codes, "persons_without", Int64(share.persons - share.with)),
        ]
        guard let value = share.share else { return rows }
        rows.append((codes, "status", share.interval == nil ? 1 : 2))
        add("estimate", value, codes, &rows)
        add("lower", share.interval?.lower, codes, &rows)
        add("upper", share.interval?.upper, codes, &rows)
        add("bound_lower", share.bounds?.lower, codes, &rows)
        add("bound_upper", share.bounds?.upper, codes, &rows)
        return rows
    }

    private static func add(
        _ name: String,
        _ value: Double?,
        _ codes: [String],
        _ rows: inout [Row]
    ) {
        guard let value, value.isFinite else { return }
        rows.append((codes, name, Int64((value * 1000).rounded())))
    }

    private static func table(
        _ name: String,
        _ state: CohortState,
        dimensions: [(name: String, codes: [String])],
        rows: [Row]
    ) -> CellTable {
        let kinds = dimensions.map {
            CellTable.Dimension(name: $0.name, codes: $0.codes, isAdditive: false)
        }
        let others = figures + (name == "repeated" ? ["alone"] : [])
        let measures =
            (counts.map { CellTable.Measure(name: $0) }
            + others.map { CellTable.Measure(name: $0, decimals: 1, isCount: false) }
            + [CellTable.Measure(name: "status", isCount: false)])
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let layout = CellLayout(regions: [country], dimensions: kinds, measures: measures)
        let start = state.request.from.components
        let period = ReportingPeriod(year: start.year, half: start.month < 7 ? 1 : 2)
        return CellTable(
            indicator: "\(state.request.id)-\(name)",
            period: period.map { .halfYear($0) } ?? .year(start.year),
            unit: .child,
            dimensions: kinds,
            measures: measures,
            regions: [country],
            cells: rows.compactMap { row in
                layout.key(region: country, codes: row.codes, measure: row.measure)
                    .map { (key: $0, value: row.value) }
            }
        )
    }
}
