/// The rows and bounds of a linear program, column by column.
public struct LinearConstraints: Sendable {
    /// Where the terms of each column start, and the end of the last.
    public var starts: [Int32] = [0]
    /// The row of each term.
    public var rows: [Int32] = []
    /// The coefficient of each term.
    public var coefficients: [Double] = []
    /// The least value of each column.
    public var columnLow: [Double] = []
    /// The greatest value of each column.
    public var columnHigh: [Double] = []
    /// The least value of each row.
    public var rowLow: [Double] = []
    /// The greatest value of each row.
    public var rowHigh: [Double] = []

    /// Creates constraints without columns, over a number of rows that must come to zero.
    public init(rows: Int = 0) {
        rowLow = Array(repeating: 0, count: rows)
        rowHigh = rowLow
    }

    /// Adds a column with its terms; infinite is no bound.
    public mutating func addColumn(
        _ low: Double,
        _ high: Double,
        _ terms: some Sequence<(row: Int, coefficient: Double)>
    ) {
        columnLow.append(max(low, -Double.greatestFiniteMagnitude))
        columnHigh.append(min(high, Double.greatestFiniteMagnitude))
        for term in terms {
            rows.append(Int32(term.row))
            coefficients.append(term.coefficient)
        }
        starts.append(Int32(rows.count))
    }

    /// Whether the arrays fit together and no row lies outside.
    var isWhole: Bool {
        starts.count == columnLow.count + 1 && columnHigh.count == columnLow.count
            && starts.last == Int32(rows.count) && rows.count == coefficients.count
            && rowLow.count == rowHigh.count
            && rows.allSatisfy { $0 >= 0 && $0 < Int32(rowLow.count) }
            && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    }
}
