/// The rows of an open table: which place each is at, and its cells, one to a measure.
///
/// A row is kept as one number: the place of each dimension's code in a mixed-radix number, the
/// last dimension fastest. Rows are in ascending order of it.
public struct OpenRows: Sendable, Equatable {
    /// The number of codes of each dimension.
    public let radices: [Int]
    /// The number of measures.
    public let width: Int
    /// The place of each row as one number, ascending.
    public let indices: [UInt64]
    /// The cells, row by row.
    public let cells: [Observation]

    private let divisors: [UInt64]

    /// Creates rows.
    ///
    /// - Precondition: the indices ascend and there are `width` cells to each.
    public init(radices: [Int], width: Int, indices: [UInt64], cells: [Observation]) {
        precondition(cells.count == indices.count * width, "not one cell to each measure")
        self.radices = radices
        self.width = width
        self.indices = indices
        self.cells = cells
        var divisor: UInt64 = 1
        var divisors: [UInt64] = []
        for radix in radices.reversed() {
            divisors.append(divisor)
            divisor *= UInt64(radix)
        }
        self.divisors = divisors.reversed()
    }

    /// The number of rows.
    public var count: Int { indices.count }

    /// The place of a row's code in a dimension.
    public func place(row: Int, dimension: Int) -> Int {
        Int(indices[row] / divisors[dimension] % UInt64(radices[dimension]))
    }

    /// The cell of a row for a measure.
    public func cell(row: Int, measure: Int) -> Observation {
        cells[row * width + measure]
    }

    /// The row at a place, or `nil` when it was left out because it is zero throughout.
    ///
    /// - Complexity: O(log *n*).
    public func row(at index: UInt64) -> Int? {
        var low = 0
        var high = indices.count
        while low < high {
            let middle = (low + high) / 2
            if indices[middle] < index { low = middle + 1 } else { high = middle }
        }
        return low < indices.count && indices[low] == index ? low : nil
    }
}
