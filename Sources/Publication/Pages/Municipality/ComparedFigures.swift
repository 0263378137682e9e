import Comparison
import Definitions
import Domain
import Statistics

/// Figures of one municipality beside those of others, from the sheets of the release.
struct ComparedFigures {
    let context: PageContext
    let region: CellTable.Region
    let name: String

    private var wording: Wording { context.wording }

    /// The measures with a sheet, in the order of the definitions.
    var compared: [(measure: ComparedMeasure, sheet: ComparisonSheet)] {
        context.definitions.comparison.measures.compactMap { measure in
            context.contents.comparisons.sheet(measure.id).map { (measure, $0) }
        }
    }

    /// The like municipalities, the nearest first.
    var peers: [PeerGroups.Neighbour] {
        context.contents.comparisons.neighbours[region.code] ?? []
    }

    /// Where the municipality lies, as a key: a place, `withheld` or `absent`.
    func place(_ sheet: ComparisonSheet) -> String {
        guard let row = sheet.row(region.code) else { return "absent" }
        return row.place?.rawValue ?? "withheld"
    }

    /// A key for where the municipality lies; outside of a limit it says on which side.
    func key(_ root: String, _ sheet: ComparisonSheet) -> String {
        let place = place(sheet)
        guard place == "between" || place == "beyond",
            let value = sheet.row(region.code)?.figure?.value
        else { return "\(root).\(place)" }
        return "\(root).\(place)-\(value < sheet.target ? "below" : "above")"
    }

    /// Own figure beside standardised, like municipalities, province and country; one row a measure.
    func table() throws -> DataTable {
        let province = context.definitions.regions.municipalities
            .first { $0.code == region.code }?.regions[.province]
            .map { CellTable.Region(geography: .province, code: $0) }
        let provinceName = province.flatMap { context.regions.name(of: $0) }
        return DataTable(
            caption: wording("page.mun.beside.caption", ["region": name]),
            columns: [
                wording("page.mun.beside.what"), name, wording("page.mun.beside.standardised"),
                wording("page.mun.beside.peers"),
                provinceName ?? wording("page.geography.provincie"),
                wording("page.geography.nl"), wording("page.mun.beside.place"),
            ],
            rows: try compared.map { measure, sheet in
                DataTable.Row(
                    heading: wording(
                        "page.mun.beside.row",
                        ["title": wording(measure.title), "unit": wording(measure.unit)]
                    ),
                    cells: [
                        cell(sheet.row(region.code)?.figure?.value, measure),
                        standardised(sheet, measure), range(of: peers, sheet, measure),
                        try province.map { try other($0, measure, sheet) } ?? .missing,
                        .number(wording.number(sheet.target * Double(measure.per))),
                        .text(wording(key("page.mun.place-short", sheet))),
                    ]
                )
            }
        )
    }

    /// The standardised figure between its limits: `O / E` times the figure of the country.
    func standardised(_ sheet: ComparisonSheet, _ measure: ComparedMeasure) -> DataTable.Cell {
        guard measure.standard != .none else {
            return .text(wording("page.mun.beside.not-standardised"))
        }
        guard let row = sheet.row(region.code) else { return .missing }
        guard let ratio = row.ratio else { return .suppressed }
        return .number(between(ratio.limits, sheet, measure))
    }

    /// Bounds of a ratio as bounds of a figure.
    func between(
        _ limits: Interval,
        _ sheet: ComparisonSheet,
        _ measure: ComparedMeasure
    ) -> String {
        let scale = sheet.target * Double(measure.per)
        return wording(
            "page.number.between",
            [
                "low": wording.number(limits.lower * scale),
                "high": wording.number(limits.upper * scale),
            ]
        )
    }

    /// A figure as a cell; withheld where it is `nil`.
    func cell(_ value: Double?, _ measure: ComparedMeasure) -> DataTable.Cell {
        value.map { .number(wording.number($0 * Double(measure.per))) } ?? .suppressed
    }

    private func range(
        of peers: [PeerGroups.Neighbour],
        _ sheet: ComparisonSheet,
        _ measure: ComparedMeasure
    ) -> DataTable.Cell {
        let shown = peers.compactMap { sheet.row($0.code)?.figure?.value }
        guard let low = shown.min(), let high = shown.max() else {
            return peers.isEmpty ? .missing : .suppressed
        }
        return .number(
            wording(
                "page.number.between",
                [
                    "low": wording.number(low * Double(measure.per)),
                    "high": wording.number(high * Double(measure.per)),
                ]
            )
        )
    }

    private func other(
        _ region: CellTable.Region,
        _ measure: ComparedMeasure,
        _ sheet: ComparisonSheet
    ) throws -> DataTable.Cell {
        guard let table = context.contents.table(measure.indicator, sheet.period),
            let counts = RegionCounts(context, table)
        else { return .missing }
        switch try counts.state(measure, region) {
        case .shown(let events, let size?): return cell(events.over(size).value, measure)
        case .shown, .missing: return .missing
        case .withheld: return .suppressed
        }
    }
}
