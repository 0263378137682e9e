/// Reads delimited rows straight into typed columns, one pass, without a string.
///
/// Fields of the usual width are recognised and converted in one load; everything else (quotes,
/// other widths) takes the slow path over a scratch buffer that is wiped.
public struct DelimitedScanner: Sendable {
    let separator: UInt8
    let readings: [FieldReading]
    let smallSlots: Int
    let wideSlots: Int
    let longSlots: Int
    let specialNumbers: [(number: UInt32, state: UInt32)]
    let scrambler: NumberScrambler
    let longestRecord: Int
    let postcodes: PostcodePlacing?
    let days = DayTable.shared

    /// Creates a scanner for the columns of a header.
    ///
    /// - Parameters:
    ///   - separator: the byte between fields.
    ///   - readings: one for each column, in the order of the header.
    ///   - smallSlots: how many columns of codes a row has.
    ///   - wideSlots: how many columns of days and municipalities a row has.
    ///   - longSlots: how many columns of sets, numbers and marks a row has.
    ///   - specialNumbers: numbers that mean something else, with the ``NumberState`` they mean.
    ///   - scrambler: the permutation under which numbers are kept.
    ///   - longestRecord: the most bytes a record may have.
    ///   - postcodes: where a postcode leads when the row names no municipality.
    public init(
        separator: UInt8,
        readings: [FieldReading],
        smallSlots: Int,
        wideSlots: Int,
        longSlots: Int = 0,
        specialNumbers: [(number: UInt32, state: UInt32)],
        scrambler: NumberScrambler,
        longestRecord: Int,
        postcodes: PostcodePlacing? = nil
    ) {
        self.separator = separator
        self.readings = readings
        self.smallSlots = smallSlots
        self.wideSlots = wideSlots
        self.longSlots = longSlots
        self.specialNumbers = specialNumbers
        self.scrambler = scrambler
        self.longestRecord = longestRecord
        self.postcodes = postcodes
    }

    /// Reads the rows of a piece, from an offset on.
    ///
    /// Stops at the first row that cannot be read; the rows before it are given with the mistake.
    public func scan(_ piece: UnsafePieceBuffer, from offset: Int = 0) -> ScannedRows {
        // The last line may have no end; rows are never more than this.
        let rows = piece.lineEnds(from: offset) + 1
        var walk = UnsafeRowWalk(scanner: self, piece: piece, from: offset, rows: rows)
        return walk.run()
    }
}
