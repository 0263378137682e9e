import Columns
import Domain

/// Numbers in the cells of a workbook, read from their digits without a text being made of them.
enum CellNumber {
    /// The whole number that a decimal text stands for, or `nil` when it is none below 10¹⁵.
    ///
    /// Takes a fraction of zeros and an exponent (`1.2E1`), as spreadsheets write them.
    static func whole(_ row: CarriedRow, _ range: Range<Int>, cutsFraction: Bool = false) -> Int? {
        var digits = 0
        var count = 0
        var exponent = 0
        var isFraction = false
        var hasDigit = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = row[offset]
            if (0x30...0x39).contains(byte) {
                hasDigit = true
                guard count < 17 else { return nil }
                digits = digits * 10 + Int(byte - 0x30)
                if digits > 0 { count += 1 }
                if isFraction { exponent -= 1 }
            } else if byte == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else {
                break
            }
            offset += 1
        }
        guard hasDigit else { return nil }
        if offset < range.upperBound {
            guard let given = self.exponent(row, offset..<range.upperBound) else { return nil }
            exponent += given
        }
        while exponent > 0 {
            guard digits < 100_000_000_000_000 else { return nil }
            digits *= 10
            exponent -= 1
        }
        while exponent < 0 {
            guard cutsFraction || digits % 10 == 0 else { return nil }
            digits /= 10
            exponent += 1
        }
        return digits < 1_000_000_000_000_000 ? digits : nil
    }

    private static func exponent(_ row: CarriedRow, _ range: Range<Int>) -> Int? {
        guard row[range.lowerBound] | 0x20 == UInt8(ascii: "e") else { return nil }
        var offset = range.lowerBound + 1
        var isNegative = false
        if offset < range.upperBound, row[offset] == 0x2B || row[offset] == 0x2D {
            isNegative = row[offset] == 0x2D
            offset += 1
        }
        guard offset < range.upperBound, range.upperBound - offset <= 2 else { return nil }
        var value = 0
        while offset < range.upperBound {
            guard (0x30...0x39).contains(row[offset]) else { return nil }
            value = value * 10 + Int(row[offset] - 0x30)
            offset += 1
        }
        return isNegative ? -value : value
    }

    /// The day of a serial number, or `nil` when it is none.
    ///
    /// In the count from 1900 number 60 is 29 February 1900, a day that never was (ECMA-376,
    /// part 1, 18.17.4.1); numbers before it are one day further on.
    static func day(_ serial: Int, from1904: Bool) -> CalendarDay? {
        guard serial >= (from1904 ? 0 : 1), serial <= 2_958_465 else { return nil }
        if from1904 { return CalendarDay(number: Int32(serial - 24_107)) }
        guard serial != 60 else { return nil }
        return CalendarDay(number: Int32(serial - 25_569 + (serial < 60 ? 1 : 0)))
    }
}
