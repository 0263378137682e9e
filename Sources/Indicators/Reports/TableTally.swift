import Definitions
import Domain

/// Counts by region and cell, for each measure of an indicator, totals counted with the parts.
struct TableTally: Sendable {
    let definition: IndicatorDefinition
    let axes: [Axis]
    private let strides: [Int]
    private let blockSize: Int
    private var counts: [[Int64]]

    init(_ definition: IndicatorDefinition, axes: [Axis], regions: Int) {
        self.definition = definition
        self.axes = axes
        let cube = Cube(axes: axes, places: 0)
        strides = cube.strides
        blockSize = cube.blockSize
        counts = definition.measures.map { _ in
            [Int64](repeating: 0, count: cube.blockSize * regions)
        }
    }

    /// Adds to the measures of some kinds at some regions: to each choice of one number from each
    /// axis, the totals among them.
    mutating func add(
        _ kinds: [IndicatorDefinition.Measure.Kind],
        at regions: [Int],
        _ numbers: [[Int]],
        amount: Int64 = 1
    ) {
        var cells = [0]
        for (axis, stride) in zip(axes.indices, strides) {
            let steps = (numbers[axis] + [axes[axis].total]).map { $0 * stride }
            cells = cells.flatMap { cell in steps.map { cell + $0 } }
        }
        for (index, measure) in definition.measures.enumerated() where kinds.contains(measure.kind)
        {
            for region in regions {
                for cell in cells { counts[index][region * blockSize + cell] &+= amount }
            }
        }
    }

    /// The table.
    func table(_ period: Period, regions: [CellTable.Region]) -> CellTable {
        TableAssembly(definition: definition, period: period, regions: regions, axes: axes)
            .table(Shares(definition: definition, axes: axes, counts: counts).filled())
    }
}
