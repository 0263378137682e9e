import Domain
import Publication

/// The open table of a published series, before it gets its words.
///
/// Items that are regions become a dimension of places; any other item is a measure of its own.
/// Where only bounds were published these stand in two measures beside it.
struct SeriesTable {
    /// A measure before it gets its words.
    struct Column: Equatable {
        /// What of an item's figure it holds.
        enum Part: String {
            case number, lower, upper
        }

        let item: String
        let part: Part
        let decimals: Int
    }

    let series: PublishedSeries
    let source: OpenTableSource
    let periods: [String]
    let regions: [String]
    let columns: [Column]
    let rows: OpenRows

    init(series: PublishedSeries, source: OpenTableSource) {
        self.series = series
        self.source = source
        var periods: [String] = []
        for figure in series.figures where !periods.contains(figure.period) {
            periods.append(figure.period)
        }
        let items = series.items.map(\.code)
        let regions = items.allSatisfy(SeriesTable.isRegion) ? items : []
        let columns = SeriesTable.columns(of: series, isByRegion: !regions.isEmpty)
        self.periods = periods
        self.regions = regions
        self.columns = columns
        let figures = Dictionary(
            series.figures.map { ([$0.period, $0.item], $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var cells: [Observation] = []
        for region in regions.isEmpty ? [""] : regions {
            for period in periods {
                for column in columns {
                    let item = regions.isEmpty ? column.item : region
                    cells.append(SeriesTable.cell(figures[[period, item]], column))
                }
            }
        }
        let radices = (regions.isEmpty ? [] : [regions.count]) + [periods.count]
        rows = OpenRows(
            radices: radices,
            width: columns.count,
            indices: Array(0..<UInt64(radices.reduce(1, *))),
            cells: cells
        )
    }

    /// Whether an item is a region by its code, as `NL01`, `LD02` or `GM0363`.
    private static func isRegion(_ item: String) -> Bool {
        let kinds = ["NL", "LD", "PV", "CR", "GM", "JZ", "VT"]
        return kinds.contains { item.hasPrefix($0) } && item.count >= 4
            && item.dropFirst(2).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func columns(of series: PublishedSeries, isByRegion: Bool) -> [Column] {
        let items = isByRegion ? [""] : series.items.map(\.code)
        return items.flatMap { item -> [Column] in
            let figures = series.figures.filter { isByRegion || $0.item == item }
            let decimals = decimals(figures.flatMap { numbers($0.value) })
            let hasBounds = figures.contains { figure in
                if case .interval = figure.value { true } else { false }
            }
            let parts: [Column.Part] = hasBounds ? [.number, .lower, .upper] : [.number]
            return parts.map { Column(item: item, part: $0, decimals: decimals) }
        }
    }

    private static func numbers(_ value: PublishedFigure.Value) -> [Double] {
        switch value {
        case .number(let number), .derived(let number), .about(let number): [number]
        case .interval(let low, let high): [low, high]
        case .withheld, .missing: []
        }
    }

    /// The fewest digits behind the point, up to three, that keep every number as published.
    private static func decimals(_ numbers: [Double]) -> Int {
        var scale = 1.0
        for decimals in 0..<3 {
            if numbers.allSatisfy({ ($0 * scale - ($0 * scale).rounded()).magnitude < 1e-6 }) {
                return decimals
            }
            scale *= 10
        }
        return 3
    }

    private static func cell(_ figure: PublishedFigure?, _ column: Column) -> Observation {
        guard let figure else {
            return Observation(value: nil, status: .unknown, vintage: .final)
        }
        let scale = (0..<column.decimals).reduce(1.0) { scale, _ in scale * 10 }
        func cell(_ number: Double?, _ status: ObservationStatus) -> Observation {
            Observation(
                value: number.map { Int64(($0 * scale).rounded()) },
                status: status,
                vintage: vintage(figure.status)
            )
        }
        switch (figure.value, column.part) {
        case (.number(let number), .number): return cell(number, .free)
        case (.derived(let number), .number), (.about(let number), .number):
            return cell(number, .estimated)
        case (.interval, .number): return cell(nil, .boundsOnly)
        case (.interval(let low, _), .lower): return cell(low, .free)
        case (.interval(_, let high), .upper): return cell(high, .free)
        case (.withheld, _): return cell(nil, .withheld)
        default: return cell(nil, .unknown)
        }
    }

    /// How final a published figure is.
    static func vintage(_ status: PublishedFigure.Status) -> VintageStatus {
        switch status {
        case .final: .final
        case .provisional: .provisional
        case .revisedProvisional: .revisedProvisional
        }
    }
}
