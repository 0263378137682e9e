import Definitions
import Domain

/// A table of which most cells are empty: values by region, cell and measure.
struct SparseTable {
    let definition: IndicatorDefinition
    let regions: [CellTable.Region]
    let axes: [Axis]
    /// How far apart two neighbours on each axis lie.
    let strides: [Int]
    private let blockSize: Int
    private var values: [[Int: Int64]]

    init(_ definition: IndicatorDefinition, axes: [Axis], regions: [CellTable.Region]) {
        self.definition = definition
        self.regions = regions
        self.axes = axes
        let cube = Cube(axes: axes, places: 0)
        strides = cube.strides
        blockSize = cube.blockSize
        values = definition.measures.map { _ in [:] }
    }

    /// The cell in which every axis but some stands at its total.
    func cell(_ numbers: [IndicatorDefinition.Breakdown: Int]) -> Int {
        zip(axes, strides).reduce(0) { cell, next in
            cell + (numbers[next.0.breakdown] ?? next.0.total) * next.1
        }
    }

    /// Adds to a measure in a region and cell.
    mutating func add(_ amount: Int64, measure: Int, region: Int, cell: Int) {
        values[measure][region * blockSize + cell, default: 0] += amount
    }

    /// The table.
    func table(_ period: Period) -> CellTable {
        let assembly = TableAssembly(
            definition: definition,
            period: period,
            regions: regions,
            axes: axes
        )
        return assembly.table(sparse: values)
    }
}
