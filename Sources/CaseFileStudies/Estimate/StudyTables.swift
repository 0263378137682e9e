import Definitions
public import Domain
import Statistics

/// *Onderzoekstabellen*: what of a study crosses the wall.
///
/// Every figure stands beside the unweighted numbers of files it was made of, which decide whether
/// it may be shown. Shares are percentages with one decimal. `status` says what there is: 0
/// nothing, because coders do not agree or there are no files; 1 a figure without interval; 2 a
/// figure with one.
public enum StudyTables {
    private static let country = CellTable.Region(geography: .country, code: "NL01")

    /// The figures by estimate and domain.
    ///
    /// - Parameters:
    ///   - figures: the figures.
    ///   - state: the study.
    /// - Returns: a table whose indicator is the study, with `-combined` when it holds totals.
    public static func estimates(_ figures: [StudyFigure], _ state: StudyState) -> CellTable {
        let isCombined = figures.contains { $0.total != nil }
        var rows: [(codes: [String], measure: String, value: Int64)] = []
        for figure in figures {
            let codes = [figure.estimate, figure.domain]
            func add(_ name: String, _ value: Double?, _ factor: Double = 1) {
                guard let value, value.isFinite else { return }
                rows.append((codes, name, Int64((value * factor).rounded())))
            }
            add("files", Double(figure.files))
            if let with = figure.with {
                add("files_with", Double(with))
                add("files_without", Double(figure.files - with))
            }
            guard let value = figure.value, value.estimate != nil else { continue }
            // Tenths: of a percentage for a share, of a place on the continuum for a mean.
            let scale = figure.with == nil ? 10.0 : 1000
            add("status", figure.interval == nil ? 1 : 2)
            add("estimate", value.estimate, scale)
            add("lower", figure.interval?.lower, scale)
            add("upper", figure.interval?.upper, scale)
            add("bound_lower", figure.bounds?.lower, scale)
            add("bound_upper", figure.bounds?.upper, scale)
            add("total", figure.total?.estimate)
            add("total_lower", figure.totalInterval?.lower)
            add("total_upper", figure.totalInterval?.upper)
            if isCombined { add("counted", counted(figure.domain, state)) }
        }
        let counts = ["files", "files_with", "files_without"] + (isCombined ? ["counted"] : [])
        let tenths = ["estimate", "lower", "upper", "bound_lower", "bound_upper"]
        let totals = isCombined ? ["total", "total_lower", "total_upper"] : []
        return table(
            state.request.id + (isCombined ? "-combined" : ""),
            state,
            dimensions: [
                ("estimate", state.request.estimates.map(\.id)),
                ("domain", state.request.domains.map(\.id)),
            ],
            measures: counts.map { CellTable.Measure(name: $0) }
                + tenths.map { CellTable.Measure(name: $0, decimals: 1, isCount: false) }
                + (totals + ["status"]).map { CellTable.Measure(name: $0, isCount: false) },
            rows: rows
        )
    }

    /// The files that the register counts in a domain; `nil` where only files can tell.
    private static func counted(_ domain: String, _ state: StudyState) -> Double? {
        guard let known = state.request.domains.first(where: { $0.id == domain }),
            known.screening.isEmpty
        else { return nil }
        if known.referrers.isEmpty { return Double(state.plan.plan.files) }
        let counts = state.plan.plan.margins[StudyRequest.Stratifier.referrer.rawValue] ?? [:]
        return Double(known.referrers.reduce(0) { $0 + (counts[$1] ?? 0) })
    }

    /// The agreement of coders by item, in hundredths; `status` 1 under the limit, 2 at or above.
    public static func agreement(_ items: [ItemAgreement], _ state: StudyState) -> CellTable {
        var rows: [(codes: [String], measure: String, value: Int64)] = []
        for item in items {
            func add(_ name: String, _ value: Double?) {
                guard let value, value.isFinite else { return }
                rows.append(([item.item], name, Int64((value * 100).rounded())))
            }
            rows.append(([item.item], "files", Int64(item.files)))
            rows.append(([item.item], "status", item.isAgreed ? 2 : 1))
            let interval = item.alpha.interval(level: 0.95)
            add("alpha", item.alpha.estimate)
            add("alpha_lower", interval?.lower)
            add("alpha_upper", interval?.upper)
            add("percent", item.percent.map { $0 * 100 })
        }
        return table(
            state.request.id + "-agreement",
            state,
            dimensions: [("item", items.map(\.item))],
            measures: [CellTable.Measure(name: "files")]
                + ["alpha", "alpha_lower", "alpha_upper", "percent"].map {
                    CellTable.Measure(name: $0, decimals: 2, isCount: false)
                } + [CellTable.Measure(name: "status", isCount: false)],
            rows: rows
        )
    }

    /// The response by trait and category.
    public static func response(_ response: Response, _ state: StudyState) -> CellTable {
        let rows = response.groups.flatMap { group in
            [
                ("asked", group.asked), ("given", group.given), ("refused", group.refused),
                ("not_reached", group.notReached),
            ].map { (codes: [group.trait, group.category], measure: $0.0, value: Int64($0.1)) }
        }
        return table(
            state.request.id + "-response",
            state,
            dimensions: [
                ("trait", Array(Set(response.groups.map(\.trait)))),
                ("category", Array(Set(response.groups.map(\.category)))),
            ],
            measures: ["asked", "given", "refused", "not_reached"].map {
                CellTable.Measure(name: $0)
            },
            rows: rows
        )
    }

    static func table(
        _ name: String,
        _ state: StudyState,
        dimensions: [(name: String, codes: [String])],
        measures: [CellTable.Measure],
        rows: [(codes: [String], measure: String, value: Int64)]
    ) -> CellTable {
        let kinds = dimensions.map {
            CellTable.Dimension(name: $0.name, codes: $0.codes, isAdditive: false)
        }
        let sorted = measures.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let layout = CellLayout(regions: [country], dimensions: kinds, measures: sorted)
        var table = CellTable(
            indicator: name,
            period: .halfYear(state.request.period),
            unit: .caseFile,
            dimensions: kinds,
            measures: sorted,
            regions: [country],
            cells: rows.compactMap { row in
                layout.key(region: country, codes: row.codes, measure: row.measure)
                    .map { (key: $0, value: row.value) }
            }
        )
        table.notes = ["definition_version": String(state.plan.plan.codebook.version)]
        return table
    }
}
