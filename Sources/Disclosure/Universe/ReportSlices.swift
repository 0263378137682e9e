import Definitions
import Domain

/// Takes a table of Veilig Thuis apart into tables of which every count is a sum of leaves.
///
/// A report can be of child maltreatment, of sexual abuse, of both or of neither, so a scope is no
/// part of the whole. Each scope becomes a slice: a universe of its own that is held, in every cell,
/// in the slice of all reports. Advices and reports are slices too, of other units. What counts some
/// of the reports of a slice (repeat reports) becomes a dimension of it, so that it is held as well.
///
/// Of two columns in whose codes a report can stand more than once only one can be rounded so that
/// nothing follows from both; the crossing of scope with another such column is withheld, whatever
/// it counts. A nature that is a scope under another name is printed once and not twice.
struct ReportSlices {
    /// One slice: its table, and which cells of the whole table it holds.
    struct Slice {
        /// The table, by the name of the indicator and the slice.
        let table: CellTable
        /// The place of the slice among the universes.
        let universe: UniverseSlice
        /// The code of the scope; `T` for all reports.
        let scope: String
        /// The dimensions of the whole table that it has, in its order.
        let dimensions: [Int]
        /// The measure of the whole.
        let whole: Int
        /// The measures that are parts of it, by their codes in the dimension of parts.
        let parts: [Int]
    }

    /// The name of the dimension that parts of a count become.
    static let partName = "part"
    /// The code of what no part holds.
    static let rest = "-"

    let table: CellTable
    /// The table with the regions that are released: organisations and the country.
    let form: CellTable
    private(set) var slices: [Slice] = []
    /// The scope that a nature is under another name, by the code of the nature.
    let twins: [String: String]

    /// Takes a table apart.
    ///
    /// - Parameters:
    ///   - table: the table as counted.
    ///   - definition: what it counts.
    ///   - scopes: what stands apart in tables of Veilig Thuis.
    /// - Throws: ``UniverseError/partlyHeld(indicator:)`` where its reports are held in part by those
    ///   of other tables, in a way that the rounding does not guard.
    init(
        _ table: CellTable,
        _ definition: IndicatorDefinition,
        scopes: [BreakdownDefinitions.ReportScope]
    ) throws(UniverseError) {
        self.table = table
        let populations: [IndicatorDefinition.Population] = [
            .reportsReceived, .reportsAssessed, .investigationsEnded,
        ]
        let wholes: [IndicatorDefinition.Measure.Kind] = [.advices, .reports]
        let known: [IndicatorDefinition.Measure.Kind] =
            wholes + [
                .repeatReports, .repeatReportsUnknown, .repeatNewMatter,
                // They follow from the others, and are not released beside them.
                .repeatReportsKnown, .percent,
            ]
        guard populations.contains(definition.population),
            definition.measures.allSatisfy({ known.contains($0.kind) }),
            let scope = table.dimensions.firstIndex(where: { $0.name == "scope" })
        else { throw .partlyHeld(indicator: table.indicator) }
        let kept = table.regions.filter { $0.geography == .veiligThuis || $0.geography == .country }
        func places(of kinds: [IndicatorDefinition.Measure.Kind]) -> [Int] {
            definition.measures.filter { kinds.contains($0.kind) }.compactMap { own in
                table.measures.firstIndex { $0.name == own.name }
            }
        }
        // A nature that makes a scope by itself is that scope.
        let alike = scopes.filter {
            $0.occasions.isEmpty && $0.victimUnder == nil && $0.natures.count == 1
        }
        let twins = Dictionary(alike.map { ($0.natures[0], $0.code) }) { first, _ in first }
        self.twins = twins
        let overlapping = table.dimensions.indices.filter {
            !table.dimensions[$0].isAdditive && $0 != scope
        }
        let additive = table.dimensions.indices.filter { table.dimensions[$0].isAdditive }
        let free = overlapping.filter { index in
            table.dimensions[index].name != "nature" || twins.isEmpty
        }
        form = CellTable(
            indicator: table.indicator,
            period: table.period,
            unit: table.unit,
            dimensions: table.dimensions,
            measures: (places(of: wholes) + places(of: [.repeatReports, .repeatReportsUnknown]))
                .sorted().map { table.measures[$0] },
            regions: kept,
            cells: []
        ).noting(table.notes)
        for whole in places(of: wholes) {
            let kind = definition.measures.first { $0.name == table.measures[whole].name }?.kind
            let parts = kind == .reports ? places(of: [.repeatReports, .repeatReportsUnknown]) : []
            for code in table.dimensions[scope].codes {
                let own = (additive + (code == "T" ? free.prefix(1) : [])).sorted()
                slices.append(
                    try slice(code, scope, own, whole, parts, kind == .advices ? "advices" : "")
                )
            }
        }
    }

    private func slice(
        _ code: String,
        _ scope: Int,
        _ dimensions: [Int],
        _ whole: Int,
        _ parts: [Int],
        _ unit: String
    ) throws(UniverseError) -> Slice {
        let layout = table.layout
        let regions = Dictionary(uniqueKeysWithValues: form.regions.enumerated().map { ($1, $0) })
        var own = dimensions.map { table.dimensions[$0] }
        let partCodes = parts.map { table.measures[$0].name }
        if !parts.isEmpty {
            own.append(
                CellTable.Dimension(
                    name: ReportSlices.partName,
                    codes: partCodes + [ReportSlices.rest, "T"],
                    isAdditive: true
                )
            )
        }
        let radices = [form.regions.count] + own.map(\.codes.count) + [1]
        var cells: [UInt64: Int64] = [:]
        func add(_ places: [Int], _ part: String?, _ value: Int64) {
            var places = places
            if let part, let last = own.last {
                places.append(last.codes.firstIndex(of: part) ?? 0)
            }
            cells[CellTable.pack(places + [0], radices: radices), default: 0] += value
        }
        for (key, value) in zip(table.keys, table.values) {
            let places = layout.places(of: key)
            let measure = places[places.count - 1]
            guard measure == whole || parts.contains(measure),
                let region = regions[table.regions[places[0]]],
                isIn(places, code, scope, dimensions)
            else { continue }
            let kept = [region] + dimensions.map { places[$0 + 1] }
            guard !parts.isEmpty else {
                add(kept, nil, value)
                continue
            }
            if measure == whole {
                add(kept, "T", value)
                add(kept, ReportSlices.rest, value)
            } else {
                add(kept, table.measures[measure].name, value)
                add(kept, ReportSlices.rest, -value)
            }
        }
        guard cells.values.allSatisfy({ $0 >= 0 }) else {
            throw .notAdditive(indicator: table.indicator, cell: "scope=\(code)")
        }
        let base = unit.isEmpty ? "" : " \(unit)"
        return Slice(
            table: CellTable(
                indicator: "\(table.indicator)|\(code)\(base)",
                period: table.period,
                unit: table.unit,
                dimensions: own,
                measures: [table.measures[whole]],
                regions: form.regions,
                cells: cells.map { (key: $0.key, value: $0.value) }
            ).noting(table.notes),
            universe: UniverseSlice(
                name: code == "T" ? base : "\(base) scope=\(code)",
                container: code == "T" ? nil : base
            ),
            scope: code,
            dimensions: dimensions,
            whole: whole,
            parts: parts
        )
    }

    /// Whether a cell lies in a slice: at its scope, and at the total of what the slice has not.
    private func isIn(_ places: [Int], _ code: String, _ scope: Int, _ dimensions: [Int]) -> Bool {
        table.dimensions.indices.allSatisfy { index in
            let own = table.dimensions[index].codes[places[index + 1]]
            if index == scope { return own == code }
            return dimensions.contains(index) || own == "T"
        }
    }
}

/// Which universe a slice of a table belongs to.
struct UniverseSlice: Sendable, Equatable {
    /// What is added to the name of what it counts.
    let name: String
    /// What is added to the name of what holds it in every cell; `nil` where nothing does.
    let container: String?
}

extension CellTable {
    /// The same table with other notes.
    func noting(_ notes: [String: String]) -> CellTable {
        var table = self
        table.notes = notes
        return table
    }
}
