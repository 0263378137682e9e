import Definitions
import Domain

/// Puts the measures of an indicator together into a table.
struct TableAssembly {
    let definition: IndicatorDefinition
    let period: Period
    let regions: [CellTable.Region]
    let axes: [Axis]

    init(
        definition: IndicatorDefinition,
        period: Period,
        regions: [CellTable.Region],
        axes: [Axis]
    ) {
        self.definition = definition
        self.period = period
        self.regions = regions
        self.axes = axes
    }

    init(
        definition: IndicatorDefinition,
        period: Period,
        places: RegionPlaces,
        axes: [Axis]
    ) {
        self.init(definition: definition, period: period, regions: places.regions, axes: axes)
    }

    /// The table from the values that are not zero, for each measure of the definition by their
    /// place: the region times the size of the block, and the cell of the block.
    func table(sparse values: [[Int: Int64]]) -> CellTable {
        let (ordered, measureOrder) = orderedMeasures
        let blockSize = axes.reduce(1) { $0 * $1.size }
        let keys = blockKeys(blockSize, measureCount: ordered.count)
        let stepPerRegion = UInt64(blockSize * ordered.count)
        var cells: [(key: UInt64, value: Int64)] = []
        for (place, measure) in measureOrder.enumerated() {
            for (index, value) in values[measure] where value != 0 {
                let key = UInt64(index / blockSize) * stepPerRegion + keys[index % blockSize]
                cells.append((key + UInt64(place), value))
            }
        }
        return CellTable(
            indicator: definition.id,
            period: period,
            unit: definition.unit,
            dimensions: axes.map(\.dimension),
            measures: ordered,
            regions: regions,
            cells: cells
        )
    }

    /// The measures in the order of the table, and for each its place in the definition.
    private var orderedMeasures: ([CellTable.Measure], [Int]) {
        let measures = definition.measures.map { measure in
            CellTable.Measure(
                name: measure.name,
                decimals: measure.kind.decimals,
                isCount: measure.kind.isCount,
                derivation: definition.derivation(of: measure)
            )
        }
        let ordered = measures.sorted {
            ($0.name + ",").utf8.lexicographicallyPrecedes(($1.name + ",").utf8)
        }
        return (
            ordered,
            ordered.map { measure in measures.firstIndex { $0.name == measure.name } ?? 0 }
        )
    }

    /// The table from a value for each measure, region and cell of the block.
    ///
    /// The values are given for each measure of the definition, by region and then by cell of the
    /// block, the totals included.
    func table(_ values: [[Int64]]) -> CellTable {
        let (ordered, measureOrder) = orderedMeasures
        let dimensions = axes.map(\.dimension)
        let blockSize = axes.reduce(1) { $0 * $1.size }
        let keys = blockKeys(blockSize, measureCount: ordered.count)
        let stepPerRegion = UInt64(blockSize * ordered.count)
        let cellOrder = keys.indices.sorted { keys[$0] < keys[$1] }
        var cells: [(key: UInt64, value: Int64)] = []
        for region in regions.indices {
            let base = region * blockSize
            for cell in cellOrder {
                for (place, measure) in measureOrder.enumerated() {
                    let value = values[measure][base + cell]
                    guard value != 0 else { continue }
                    let key = UInt64(region) * stepPerRegion + keys[cell] + UInt64(place)
                    cells.append((key, value))
                }
            }
        }
        return CellTable(
            indicator: definition.id,
            period: period,
            unit: definition.unit,
            dimensions: dimensions,
            measures: ordered,
            regions: regions,
            cells: cells
        )
    }

    /// For each cell of a block its packed key without region and measure.
    private func blockKeys(_ blockSize: Int, measureCount: Int) -> [UInt64] {
        let tablePlaces = axes.map(\.tablePlaces)
        return (0..<blockSize).map { cell in
            var rest = cell
            var numbers: [Int] = []
            for axis in axes.reversed() {
                numbers.insert(rest % axis.size, at: 0)
                rest /= axis.size
            }
            var key: UInt64 = 0
            for (index, axis) in axes.enumerated() {
                key = key * UInt64(axis.size) + UInt64(tablePlaces[index][numbers[index]])
            }
            return key * UInt64(measureCount)
        }
    }
}

extension IndicatorDefinition.Measure.Kind {
    /// Digits behind the point.
    var decimals: Int {
        switch self {
        case .meanDays, .medianDays, .perThousand, .meanSatisfaction, .percent, .ageStandardised,
            .cumulativeIncidence, .akaike, .bayes:
            1
        default: 0
        }
    }

    /// Whether the figure counts units of the register.
    var isCount: Bool {
        switch self {
        case .meanDays, .medianDays, .perThousand, .population, .meanSatisfaction, .percent,
            .ageStandardised, .cumulativeIncidence, .estimatedTotal, .estimatedTotalLower,
            .estimatedTotalUpper, .akaike, .bayes:
            false
        default: true
        }
    }
}

extension IndicatorDefinition {
    /// How a measure follows from counts of the same table, so that Disclosure can make it again
    /// from what is shown.
    func derivation(of measure: Measure) -> CellTable.Derivation? {
        switch measure.kind {
        case .percent:
            .percent(
                numerator: measure.numerator ?? "",
                denominator: measure.denominator ?? ""
            )
        case .ageStandardised:
            .ageStandardised(
                numerator: measure.numerator ?? "",
                denominator: measure.denominator ?? ""
            )
        case .meanSatisfaction:
            measures.first { $0.kind == .satisfactionKnown }.map { .mean(of: $0.name) }
        default: nil
        }
    }
}
