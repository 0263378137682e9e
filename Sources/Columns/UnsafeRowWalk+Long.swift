extension UnsafeRowWalk {
    /// What a field of the kinds with a long slot is kept as; `content` is the hash of all of it.
    func longValue(_ step: Step, _ length: Int, _ content: UInt64) -> UInt64 {
        // SAFETY: the scratch buffer holds the first `kept` bytes of the field.
        let kept = min(length, UnsafeRowWalk.scratchSize)
        let text = unsafe UnsafeBufferPointer(start: UnsafePointer(scratch), count: kept)
        switch scanner.readings[step.reading] {
        case .codeSet(_, let table):
            return unsafe kept < length ? LongValue.unreadable : set(text, table)
        case .quantity(_, let decimals):
            return unsafe kept < length ? LongValue.unreadable : quantity(text, decimals)
        case .mark(_, let key, let isName):
            if isName {
                let isWell = unsafe length <= 32 && text.allSatisfy(isNameByte)
                return unsafe isWell ? key.mark(text) : LongValue.unreadable
            }
            if kept == length { return unsafe key.mark(text) }
            // A text that does not fit: the hash of all of it stands in for its end.
            let end = (0..<8).map { UInt8(truncatingIfNeeded: content >> UInt64($0 * 8)) }
            return unsafe key.mark(Array(text) + end)
        default:
            return LongValue.absent
        }
    }

    /// The byte of a code of more than two characters.
    func longCode(_ step: Step, _ length: Int) -> UInt8 {
        guard case .code(_, let table, _) = scanner.readings[step.reading],
            length <= UnsafeRowWalk.scratchSize
        else { return CodeTable.unknown }
        // SAFETY: the scratch buffer holds the `length` bytes of the field.
        return table.longer.first { longer in
            longer.code.count == length
                && (0..<length).allSatisfy { unsafe scratch[$0] == longer.code[$0] }
        }?.byte ?? CodeTable.unknown
    }

    /// Codes joined by `+`, each once.
    private func set(_ text: UnsafeBufferPointer<UInt8>, _ table: CodeSetTable) -> UInt64 {
        var bits: UInt64 = 0
        var key = 0
        var width = 0
        for index in 0...text.count {
            let byte = index < text.count ? unsafe text[index] : UInt8(ascii: "+")
            if byte == UInt8(ascii: "+") {
                let bit = width > 0 ? table.bits[key] : 0
                guard bit != 0, bits & bit == 0 else { return LongValue.unreadable }
                bits |= bit
                key = 0
                width = 0
            } else {
                guard width < 2 else { return LongValue.unreadable }
                key |= Int(byte) << (8 * width)
                width += 1
            }
        }
        return bits
    }

    /// Digits, and behind a point or comma as many as are allowed.
    private func quantity(_ text: UnsafeBufferPointer<UInt8>, _ decimals: Int) -> UInt64 {
        var value: UInt64 = 0
        var digits = 0
        var behind: Int?
        for index in 0..<text.count {
            let byte = unsafe text[index]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                guard behind == nil, digits > 0, decimals > 0 else { return LongValue.unreadable }
                behind = 0
                continue
            }
            let digit = byte &- 0x30
            guard digit < 10, digits < 12, (behind ?? -1) < decimals else {
                return LongValue.unreadable
            }
            value = value * 10 + UInt64(digit)
            digits += 1
            if let places = behind { behind = places + 1 }
        }
        guard behind != 0 else { return LongValue.unreadable }
        for _ in (behind ?? 0)..<max(decimals, behind ?? 0) { value *= 10 }
        return LongValue.pack(value)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
        default: false
        }
    }
}
