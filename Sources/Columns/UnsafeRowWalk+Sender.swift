extension UnsafeRowWalk {
    /// A pseudonym of 128 bits in hexadecimal digits.
    private static let senderDigits = 32

    /// Reads a sender pseudonym from the scratch buffer: 32 hexadecimal digits, or a special code.
    mutating func readSender(_ row: Int, _ length: Int, _ content: UInt64, _ hash: inout UInt64) {
        // SAFETY: the scratch buffer has at least 32 bytes, of which at most 32 are looked at; rows
        // are below the capacity of both columns.
        mix(&hash, content)
        unsafe numbers[row] = NumberState.invalid
        if length == 9, let value = unsafe eightDigits(scratch),
            case let ninth = unsafe scratch[8] &- 0x30, ninth < 10
        {
            let number = UInt32(value) * 10 + UInt32(ninth)
            for special in scanner.specialNumbers where special.number == number {
                unsafe numbers[row] = special.state
            }
            return
        }
        guard length == UnsafeRowWalk.senderDigits else { return }
        var halves: (UInt64, UInt64) = (0, 0)
        for index in 0..<length {
            let byte = unsafe scratch[index]
            let value: UInt8
            switch byte {
            case 0x30...0x39: value = byte - 0x30
            case 0x61...0x66: value = byte - 0x61 + 10
            default: return
            }
            if index < 16 {
                halves.0 = halves.0 << 4 | UInt64(value)
            } else {
                halves.1 = halves.1 << 4 | UInt64(value)
            }
        }
        unsafe numbers[row] = NumberState.sender
        unsafe senders?[row] = Pseudonym(high: halves.0, low: halves.1)
    }
}
