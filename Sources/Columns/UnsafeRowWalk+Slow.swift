extension UnsafeRowWalk {
    /// Reads a field of any form: unquotes it into the scratch buffer, then converts it.
    mutating func slowField(
        _ step: Step,
        row: Int,
        hash: inout UInt64
    ) -> RowMistake? {
        var length = 0
        var content: UInt64 = 0xCBF2_9CE4_8422_2325
        var isQuoted = false
        if unsafe bytes[position] == UInt8(ascii: "\"") {
            isQuoted = true
            position += 1
        }
        while position < end {
            let byte = unsafe bytes[position]
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    guard unsafe bytes[position + 1] == UInt8(ascii: "\"") else {
                        position += 1
                        break
                    }
                    position += 1
                }
            } else {
                if byte == scanner.separator || byte == 0x0A { break }
                if byte == 0x0D, unsafe bytes[position + 1] == 0x0A || position + 1 == end { break }
            }
            // SAFETY: only the first bytes are kept, as many as the scratch buffer has room for.
            if length < UnsafeRowWalk.scratchSize { unsafe scratch[length] = byte }
            length += 1
            content = (content ^ UInt64(byte)) &* 0x100_0000_01B3
            position += 1
        }
        return convert(step, row, length, content, &hash)
    }

    mutating func convert(
        _ step: Step,
        _ row: Int,
        _ length: Int,
        _ hashed: UInt64,
        _ hash: inout UInt64
    ) -> RowMistake? {
        var content = hashed
        if step.kind == .constant {
            guard case .constant(let expected, let mistake) = scanner.readings[step.reading] else {
                return nil
            }
            guard length == expected.count else { return mistake }
            for index in 0..<length where unsafe scratch[index] != expected[index] {
                return mistake
            }
            return nil
        }
        guard step.kind != .skipped else { return nil }
        guard length > 0 else {
            mix(&hash, 1)
            return nil
        }
        switch step.kind {
        case .date, .birthDate:
            guard let value = dashedOrPlainDate(length) else {
                unsafe step.wide.unsafelyUnwrapped[row] = PackedDay.unreadable
                mix(&hash, content)
                return nil
            }
            if step.kind == .birthDate {
                store(birth: value, step, row)
            } else {
                unsafe step.wide.unsafelyUnwrapped[row] = scanner.days.pack(
                    year: value / 10_000,
                    month: value / 100 % 100,
                    day: value % 100
                )
            }
            mix(&hash, UInt64(value))
        case .number:
            guard length == 9, let value = unsafe eightDigits(scratch),
                case let ninth = unsafe scratch[8] &- 0x30, ninth < 10
            else {
                unsafe numbers[row] = NumberState.invalid
                mix(&hash, content)
                return nil
            }
            let number = UInt32(value) * 10 + UInt32(ninth)
            let state = self.state(of: number)
            unsafe numbers[row] = state
            mix(&hash, UInt64(state) << 32 | UInt64(scanner.scrambler.scramble(number)))
        case .sender:
            readSender(row, length, content, &hash)
        case .code:
            guard length <= 2 else {
                unsafe step.small.unsafelyUnwrapped[row] = longCode(step, length)
                mix(&hash, content)
                return nil
            }
            let second = length == 2 ? Int(unsafe scratch[1]) << 8 : 0
            unsafe store(code: Int(scratch[0]) | second, step, row, &hash)
        case .postcode:
            let isWell = unsafe length == 6 && isPostcode(unsafe UnsafePointer(scratch))
            unsafe step.small.unsafelyUnwrapped[row] = isWell ? 1 : CodeTable.unknown
            if isWell {
                content = 0
                for offset in 0..<6 { content = content << 8 | UInt64(unsafe scratch[offset]) }
                place(postcode: content, step, row)
            }
            mix(&hash, content)
        case .municipality:
            let isPrefixed =
                unsafe scratch[0] == UInt8(ascii: "G") && scratch[1] == UInt8(ascii: "M")
            let prefix = length == 6 && isPrefixed ? 2 : 0
            guard length == 4 + prefix, let value = unsafe fourDigits(scratch + prefix) else {
                unsafe step.wide.unsafelyUnwrapped[row] = 65_535
                mix(&hash, content)
                return nil
            }
            let isKnown = unsafe step.known.unsafelyUnwrapped[value]
            unsafe step.wide.unsafelyUnwrapped[row] = isKnown ? UInt16(value) : 65_535
            mix(&hash, UInt64(value) + 2)
        case .codeSet, .quantity, .mark:
            unsafe step.long.unsafelyUnwrapped[row] = longValue(step, length, content)
            mix(&hash, content)
        case .constant, .skipped:
            break
        }
        return nil
    }

    func dashedOrPlainDate(_ length: Int) -> Int? {
        if length == 8 { return unsafe eightDigits(scratch) }
        guard length == 10, unsafe scratch[4] == UInt8(ascii: "-"),
            unsafe scratch[7] == UInt8(ascii: "-")
        else { return nil }
        var value = 0
        for index in [0, 1, 2, 3, 5, 6, 8, 9] {
            let digit = unsafe scratch[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
