/// A matrix of numbers, kept by column.
public struct Matrix: Sendable, Equatable {
    /// How many rows.
    public let rows: Int

    /// How many columns.
    public let columns: Int

    /// The numbers: first column from top to bottom, then the next.
    public var storage: [Double]

    /// A matrix filled with one number.
    public init(rows: Int, columns: Int, filledWith value: Double = 0) {
        precondition(rows >= 0 && columns >= 0)
        self.rows = rows
        self.columns = columns
        storage = Array(repeating: value, count: rows * columns)
    }

    /// A matrix from its rows, which are of one length.
    public init(rowsOf lines: [[Double]]) {
        self.init(rows: lines.count, columns: lines.first?.count ?? 0)
        for (row, line) in lines.enumerated() {
            precondition(line.count == columns)
            for (column, value) in line.enumerated() { self[row, column] = value }
        }
    }

    /// A matrix with numbers on its diagonal and 0 elsewhere.
    public init(diagonal values: [Double]) {
        self.init(rows: values.count, columns: values.count)
        for (place, value) in values.enumerated() { self[place, place] = value }
    }

    /// The number in a row and column, counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        get {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns)
            return storage[column * rows + row]
        }
        set {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns)
            storage[column * rows + row] = newValue
        }
    }

    /// The matrix with rows and columns exchanged.
    public var transposed: Matrix {
        var turned = Matrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { turned[column, row] = self[row, column] }
        }
        return turned
    }

    /// The numbers on the diagonal.
    public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

    /// The product of two matrices; the columns of the left are as many as the rows of the right.
    public static func * (left: Matrix, right: Matrix) -> Matrix {
        precondition(left.columns == right.rows)
        var product = Matrix(rows: left.rows, columns: right.columns)
        for column in 0..<right.columns {
            for middle in 0..<left.columns {
                let factor = right[middle, column]
                if factor == 0 { continue }
                for row in 0..<left.rows { product[row, column] += left[row, middle] * factor }
            }
        }
        return product
    }

    /// The product with a column of numbers.
    public static func * (left: Matrix, right: [Double]) -> [Double] {
        precondition(left.columns == right.count)
        var product = Array(repeating: 0.0, count: left.rows)
        for column in 0..<left.columns {
            for row in 0..<left.rows { product[row] += left[row, column] * right[column] }
        }
        return product
    }
}
