extension UnsafeRowWalk {
    /// Gives a row the municipality of its postcode, unless it names one itself.
    ///
    /// A municipality behind the postcode is written over it; one before it, known or not, stays.
    @inline(__always)
    func place(postcode content: UInt64, _ step: Step, _ row: Int) {
        // SAFETY: `wide` is a column of as many rows as the walk has, and there whenever there is
        // a table of postcodes; `row` is below their number.
        guard let postcodes = scanner.postcodes, let column = unsafe step.wide,
            unsafe column[row] == 0
        else { return }
        var number = 0
        for shift in [40, 32, 24, 16] as [UInt64] {
            number = number * 10 + Int((content >> shift) & 0xFF) - 0x30
        }
        unsafe column[row] = postcodes.table.municipality(
            number: number,
            letters: UInt16(truncatingIfNeeded: content),
            ordinal: postcodes.ordinal
        )
    }
}
