import Columns

/// Takes the rows of a file as they are read, instead of the file keeping them all.
protocol RowKeeper: AnyObject {
    /// Takes the next rows, whose findings have been made.
    ///
    /// - Parameters:
    ///   - rows: the rows of a piece.
    ///   - first: the number of the first of them in the file, from 0.
    ///   - share: the part of the file that the piece is, between 0 and 1.
    func take(_ rows: ScannedRows, first: Int, share: Double)
}
