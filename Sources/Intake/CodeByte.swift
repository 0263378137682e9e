import Columns

extension UInt8 {
    /// The byte of a code of one capital, as rows keep it.
    @inline(__always)
    static func letter(_ letter: Unicode.Scalar) -> UInt8 {
        UInt8(truncatingIfNeeded: letter.value)
    }

    /// The byte of a code of two capitals, as rows keep it.
    @inline(__always)
    static func letters(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt8 {
        CodeTable.byte(
            UInt8(truncatingIfNeeded: first.value),
            UInt8(truncatingIfNeeded: second.value)
        )
    }

    /// The byte of any code, as rows keep it.
    static func code(_ text: String) -> UInt8 { CodeTable.byte(for: text) ?? CodeTable.unknown }
}
