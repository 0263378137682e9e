/// From the bytes of a field to its value, and the value into its column.
extension UnsafeRowWalk {
    /// Eight digits as a number, or `nil` when one of the bytes is no digit.
    @inline(__always)
    func eightDigits(_ pointer: UnsafePointer<UInt8>) -> Int? {
        let word = unsafe UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self).littleEndian
        let digits = word &- 0x3030_3030_3030_3030
        guard (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else {
            return nil
        }
        // Pairs, then fours, then all eight, in three multiplications.
        let pairs = (digits &* 10 &+ (digits >> 8)) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
        return Int((fours &* 10_000 &+ (fours >> 32)) & 0xFFFF_FFFF)
    }

    @inline(__always)
    func fourDigits(_ pointer: UnsafePointer<UInt8>) -> Int? {
        var value = 0
        for index in 0..<4 {
            let digit = unsafe pointer[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    @inline(__always)
    func state(of number: UInt32) -> UInt32 {
        for special in scanner.specialNumbers where special.number == number {
            return special.state
        }
        var rest = number
        var sum = -Int(rest % 10)
        rest /= 10
        for weight in 2...9 {
            sum += weight * Int(rest % 10)
            rest /= 10
        }
        // Number 0 passes the arithmetic but is nobody's.
        guard sum % 11 == 0, number > 0 else { return NumberState.invalid }
        return scanner.scrambler.scramble(number)
    }

    @inline(__always)
    func store(code key: Int, _ step: Step, _ row: Int, _ hash: inout UInt64) {
        let entry = unsafe step.codes.unsafelyUnwrapped[key]
        let value = UInt8(truncatingIfNeeded: entry)
        unsafe step.small.unsafelyUnwrapped[row] = value
        if entry & UnsafeCodeEntries.alias != 0 { unsafe flags[row] |= step.flag }
        mix(&hash, value == CodeTable.unknown ? UInt64(key) + 1000 : UInt64(value) + 2)
    }

    @inline(__always)
    func store(birth value: Int, _ step: Step, _ row: Int) {
        let year = value / 10_000
        var month = value / 100 % 100
        var day = value % 100
        guard year > 0 else {
            unsafe step.wide.unsafelyUnwrapped[row] = PackedDay.unreadable
            return
        }
        guard value != 99_999_999 else {
            unsafe step.wide.unsafelyUnwrapped[row] = PackedDay.unborn
            return
        }
        // Unknown day counts as the 1st, unknown month as 1 July.
        if month == 0, day == 0 {
            month = 7
            day = 1
            unsafe flags[row] |= step.flag
        } else if day == 0 {
            day = 1
            unsafe flags[row] |= step.flag
        }
        unsafe step.wide.unsafelyUnwrapped[row] =
            scanner.days.pack(year: year, month: month, day: day)
    }

    /// Whether six bytes are four digits, the first no zero, and two capitals.
    @inline(__always)
    func isPostcode(_ pointer: UnsafePointer<UInt8>) -> Bool {
        for index in 0..<4 {
            let digit = unsafe pointer[index] &- 0x30
            guard digit < 10, index > 0 || digit > 0 else { return false }
        }
        for index in 4..<6 {
            guard unsafe pointer[index] &- 0x41 < 26 else { return false }
        }
        return true
    }
}
