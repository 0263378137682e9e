package import Columns

/// The rows of a group by person and, within a person, by file, form, start and end, each with what
/// its sort key and mark say of it.
///
/// Key: file (16 bits), form or type (8), first day (16), last day (16), and beside the order the
/// referrer (8). Mark: reason of ending (8), and the face by which the rows of a number are compared:
/// birth date (16) and sex (8). Whoever passes over all rows reads them here in
/// order, where the columns would have to be looked up one row at a time.
package struct PersonOrder: Sendable {
    /// The rows.
    package let entries: [RowOrder.Entry]
    /// For each person where its rows begin, and as last entry where those of nobody begin.
    let starts: [UInt32]

    /// The row at a place.
    func row(at place: Int) -> Int { Int(entries[place].row) }

    /// The rows at some places.
    func rows(at places: Range<Int>) -> ArraySlice<UInt32> { entries[places].map(\.row)[...] }
}

extension RowOrder.Entry {
    /// The form of help or type of measure.
    var code: UInt32 { UInt32(truncatingIfNeeded: key >> 40) & 0xFF }
    /// The first day; of a measure that was taken over, that of the segment.
    var from: UInt32 { UInt32(truncatingIfNeeded: key >> 24) & 0xFFFF }
    /// The last day, as delivered.
    var end: UInt32 { UInt32(truncatingIfNeeded: key >> 8) & 0xFFFF }
    /// The birth date.
    var birth: UInt32 { mark >> 8 & 0xFFFF }
    /// Birth date and sex.
    var face: UInt32 { mark & 0xFF_FFFF }
    /// The referrer.
    var referrer: UInt32 { UInt32(truncatingIfNeeded: key) & 0xFF }
    /// The reason of ending.
    var reason: UInt32 { mark >> 24 }
    /// The sex.
    var sex: UInt32 { mark & 0xFF }
}
