/// One walk over the rows of a piece.
@safe struct UnsafeRowWalk {
    enum Kind: UInt8 {
        case skipped, constant, number, sender, date, birthDate, code, postcode, municipality
        case codeSet, quantity, mark
    }

    @safe struct Step {
        let kind: Kind
        let slot: Int
        let flag: UInt8
        let reading: Int
        let expected: UnsafePointer<UInt8>?
        let codes: UnsafePointer<UInt16>?
        let known: UnsafePointer<Bool>?
        let small: UnsafeMutablePointer<UInt8>?
        let wide: UnsafeMutablePointer<UInt16>?
        let long: UnsafeMutablePointer<UInt64>?
    }

    static let scratchSize = 64

    let scanner: DelimitedScanner
    let bytes: UnsafePointer<UInt8>
    let end: Int
    var position: Int
    let rows: Int

    let numbers: UnsafeMutablePointer<UInt32>
    let hashes: UnsafeMutablePointer<UInt64>
    let flags: UnsafeMutablePointer<UInt8>
    /// Sender pseudonyms, where the file has a column of them.
    let senders: UnsafeMutablePointer<Pseudonym>?
    let small: [UnsafeMutablePointer<UInt8>]
    let wide: [UnsafeMutablePointer<UInt16>]
    let long: [UnsafeMutablePointer<UInt64>]
    var owned: [UnsafeMutableRawPointer] = unsafe []
    var steps: [Step] = []
    let scratch: UnsafeMutablePointer<UInt8>
    let piece: UnsafePieceBuffer

    init(scanner: DelimitedScanner, piece: UnsafePieceBuffer, from offset: Int, rows: Int) {
        // SAFETY: every pointer made here covers `rows` elements, and a row is only written while
        // its number is below `rows`; `run` gives all of them back. Small tables of a reading are
        // copied, so that they live as long as the walk; tables of codes are kept by the scanner.
        self.scanner = scanner
        self.piece = piece
        unsafe bytes = piece.bytes
        end = piece.count
        position = offset
        self.rows = rows
        unsafe numbers = .allocate(capacity: rows)
        unsafe hashes = .allocate(capacity: rows)
        unsafe flags = .allocate(capacity: rows)
        let hasSenders = scanner.readings.contains { if case .sender = $0 { true } else { false } }
        unsafe senders = hasSenders ? .allocate(capacity: rows) : nil
        unsafe senders?.initialize(repeating: Pseudonym(high: 0, low: 0), count: rows)
        unsafe small = (0..<scanner.smallSlots).map { _ in
            let column = UnsafeMutablePointer<UInt8>.allocate(capacity: rows)
            unsafe column.initialize(repeating: 0, count: rows)
            return unsafe column
        }
        unsafe wide = (0..<scanner.wideSlots).map { _ in
            let column = UnsafeMutablePointer<UInt16>.allocate(capacity: rows)
            unsafe column.initialize(repeating: 0, count: rows)
            return unsafe column
        }
        unsafe long = (0..<scanner.longSlots).map { _ in
            let column = UnsafeMutablePointer<UInt64>.allocate(capacity: rows)
            unsafe column.initialize(repeating: 0, count: rows)
            return unsafe column
        }
        unsafe scratch = .allocate(capacity: UnsafeRowWalk.scratchSize)
        unsafe scratch.initialize(repeating: 0, count: UnsafeRowWalk.scratchSize)
        for (index, reading) in scanner.readings.enumerated() {
            steps.append(step(for: reading, at: index))
        }
    }

    mutating func copy<Element>(_ array: [Element]) -> UnsafePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: array.count)
        unsafe pointer.initialize(from: array, count: array.count)
        unsafe owned.append(UnsafeMutableRawPointer(pointer))
        return unsafe UnsafePointer(pointer)
    }

    mutating func step(for reading: FieldReading, at index: Int) -> Step {
        func plain(
            _ kind: Kind,
            slot: Int = 0,
            flag: UInt8 = 0,
            expected: UnsafePointer<UInt8>? = nil,
            codes: UnsafePointer<UInt16>? = nil,
            known: UnsafePointer<Bool>? = nil,
            small: UnsafeMutablePointer<UInt8>? = nil,
            wide: UnsafeMutablePointer<UInt16>? = nil,
            long: UnsafeMutablePointer<UInt64>? = nil
        ) -> Step {
            unsafe Step(
                kind: kind,
                slot: slot,
                flag: flag,
                reading: index,
                expected: expected,
                codes: codes,
                known: known,
                small: small,
                wide: wide,
                long: long
            )
        }
        switch reading {
        case .skipped: return plain(.skipped)
        case .constant(let expected, _):
            return unsafe plain(.constant, slot: expected.count, expected: copy(expected))
        case .number: return plain(.number)
        case .sender: return plain(.sender)
        case .date(let slot): return unsafe plain(.date, slot: slot, wide: wide[slot])
        case .birthDate(let slot, let flag):
            return unsafe plain(.birthDate, slot: slot, flag: flag, wide: wide[slot])
        case .code(let slot, let table, let flag):
            return unsafe plain(
                .code,
                slot: slot,
                flag: flag,
                codes: UnsafePointer(table.entries.start),
                small: small[slot]
            )
        case .postcode(let slot):
            let place = unsafe scanner.postcodes.map { unsafe wide[$0.slot] }
            return unsafe plain(.postcode, slot: slot, small: small[slot], wide: place)
        case .municipality(let slot, let known):
            precondition(known.count == 10_000)
            return unsafe plain(.municipality, slot: slot, known: copy(known), wide: wide[slot])
        case .codeSet(let slot, _): return unsafe plain(.codeSet, slot: slot, long: long[slot])
        case .quantity(let slot, _): return unsafe plain(.quantity, slot: slot, long: long[slot])
        case .mark(let slot, _, _): return unsafe plain(.mark, slot: slot, long: long[slot])
        }
    }

    mutating func run() -> ScannedRows {
        var row = 0
        var mistake: (row: Int, kind: RowMistake)?
        let last = steps.count - 1
        scanning: while position < end {
            let start = position
            if last > 0, isEmptyLine(start) {
                mistake = (row, .fieldCount)
                break
            }
            unsafe flags[row] = 0
            unsafe numbers[row] = 0
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            for index in 0...last {
                if let kind = field(steps[index], row: row, hash: &hash) {
                    mistake = (row, kind)
                    break scanning
                }
                let byte = unsafe bytes[position]
                if index < last {
                    guard byte == scanner.separator, position < end else {
                        mistake = (row, .fieldCount)
                        break scanning
                    }
                    position += 1
                } else if byte == 0x0A {
                    position += 1
                } else if byte == 0x0D, unsafe bytes[position + 1] == 0x0A || position + 1 == end {
                    position += 2
                } else if position < end {
                    mistake = (row, .fieldCount)
                    break scanning
                }
            }
            guard position - start <= scanner.longestRecord else {
                mistake = (row, .tooLong)
                break
            }
            unsafe hashes[row] = hash
            row += 1
        }
        return finish(row, mistake)
    }

    mutating func finish(
        _ row: Int,
        _ mistake: (row: Int, kind: RowMistake)?
    ) -> ScannedRows {
        var result = ScannedRows(
            smallSlots: scanner.smallSlots,
            wideSlots: scanner.wideSlots,
            longSlots: scanner.longSlots
        )
        unsafe result.numbers = Array(UnsafeBufferPointer(start: numbers, count: row))
        unsafe result.hashes = Array(UnsafeBufferPointer(start: hashes, count: row))
        unsafe result.flags = Array(UnsafeBufferPointer(start: flags, count: row))
        if let senders = unsafe senders {
            unsafe result.senders = Array(UnsafeBufferPointer(start: senders, count: row))
            unsafe senders.update(repeating: Pseudonym(high: 0, low: 0), count: rows)
            unsafe senders.deallocate()
        }
        for slot in unsafe small.indices {
            unsafe result.small[slot] = Array(UnsafeBufferPointer(start: small[slot], count: row))
            unsafe small[slot].deallocate()
        }
        for slot in unsafe wide.indices {
            unsafe result.wide[slot] = Array(UnsafeBufferPointer(start: wide[slot], count: row))
            unsafe wide[slot].deallocate()
        }
        for slot in unsafe long.indices {
            unsafe result.long[slot] = Array(UnsafeBufferPointer(start: long[slot], count: row))
            unsafe long[slot].deallocate()
        }
        result.mistake = mistake
        unsafe numbers.deallocate()
        unsafe hashes.deallocate()
        unsafe flags.deallocate()
        unsafe scratch.update(repeating: 0, count: UnsafeRowWalk.scratchSize)
        unsafe scratch.deallocate()
        for index in unsafe owned.indices { unsafe owned[index].deallocate() }
        return result
    }

    /// A blank line has one field, which is not the holder: that there are too few is what is said.
    @inline(__always)
    private func isEmptyLine(_ start: Int) -> Bool {
        // SAFETY: one byte behind the end may be read; the padding is zero.
        let (first, second) = unsafe (bytes[start], bytes[start + 1])
        return first == 0x0A || (first == 0x0D && second == 0x0A)
    }

    @inline(__always)
    func isEnd(_ byte: UInt8) -> Bool {
        byte == scanner.separator || byte == 0x0A || byte == 0x0D || byte == 0
    }

    @inline(__always)
    func mix(_ hash: inout UInt64, _ value: UInt64) {
        hash = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
    }

    /// Reads one field and leaves the position at the byte that ends it.
    @inline(__always)
    mutating func field(_ step: Step, row: Int, hash: inout UInt64) -> RowMistake? {
        // SAFETY: at most 16 bytes behind `end` are looked at, which are zero padding; columns are
        // written at `row`, which is below `rows` because each row has used up a line end.
        let first = unsafe bytes[position]
        switch step.kind {
        case .date:
            if isEnd(first) {
                mix(&hash, 1)
                return nil
            }
            if let value = unsafe eightDigits(bytes + position), isEnd(unsafe bytes[position + 8]) {
                position += 8
                let day = scanner.days.pack(
                    year: value / 10_000,
                    month: value / 100 % 100,
                    day: value % 100
                )
                unsafe step.wide.unsafelyUnwrapped[row] = day
                mix(&hash, UInt64(value))
                return nil
            }
        case .code:
            if isEnd(first) {
                mix(&hash, 1)
                return nil
            }
            if first != UInt8(ascii: "\"") {
                let second = unsafe bytes[position + 1]
                if isEnd(second) {
                    position += 1
                    store(code: Int(first), step, row, &hash)
                    return nil
                }
                if isEnd(unsafe bytes[position + 2]) {
                    position += 2
                    store(code: Int(first) | Int(second) << 8, step, row, &hash)
                    return nil
                }
            }
        case .number:
            if isEnd(first) {
                mix(&hash, 1)
                return nil
            }
            if let value = unsafe eightDigits(bytes + position) {
                let ninth = unsafe bytes[position + 8] &- 0x30
                if ninth < 10, isEnd(unsafe bytes[position + 9]) {
                    position += 9
                    let number = UInt32(value) * 10 + UInt32(ninth)
                    let state = self.state(of: number)
                    unsafe numbers[row] = state
                    mix(&hash, UInt64(state) << 32 | UInt64(scanner.scrambler.scramble(number)))
                    return nil
                }
            }
        case .birthDate:
            if isEnd(first) {
                mix(&hash, 1)
                return nil
            }
            if let value = unsafe eightDigits(bytes + position), isEnd(unsafe bytes[position + 8]) {
                position += 8
                store(birth: value, step, row)
                mix(&hash, UInt64(value))
                return nil
            }
        case .municipality:
            if isEnd(first) {
                mix(&hash, 1)
                return nil
            }
            let second = unsafe bytes[position + 1]
            let prefix = first == UInt8(ascii: "G") && second == UInt8(ascii: "M") ? 2 : 0
            if let value = unsafe fourDigits(bytes + position + prefix),
                isEnd(unsafe bytes[position + prefix + 4])
            {
                position += prefix + 4
                let isKnown = unsafe step.known.unsafelyUnwrapped[value]
                unsafe step.wide.unsafelyUnwrapped[row] = isKnown ? UInt16(value) : 65_535
                mix(&hash, UInt64(value) + 2)
                return nil
            }
        case .constant:
            // SAFETY: `expected` has as many bytes as `length`, of which each is compared.
            let length = step.slot
            let expected = unsafe step.expected.unsafelyUnwrapped
            if position + length <= end, isEnd(unsafe bytes[position + length]),
                (0..<length).allSatisfy({ unsafe bytes[position + $0] == expected[$0] })
            {
                position += length
                return nil
            }
        case .postcode:
            if isEnd(first) {
                mix(&hash, 1)
                return nil
            }
            if isEnd(unsafe bytes[position + 6]), unsafe isPostcode(unsafe bytes + position) {
                // The six characters as a number, so that other postcodes make other rows.
                var content: UInt64 = 0
                for offset in 0..<6 {
                    content = content << 8 | UInt64(unsafe bytes[position + offset])
                }
                position += 6
                unsafe step.small.unsafelyUnwrapped[row] = 1
                place(postcode: content, step, row)
                mix(&hash, content)
                return nil
            }
        case .skipped, .sender, .codeSet, .quantity, .mark:
            break
        }
        return slowField(step, row: row, hash: &hash)
    }
}
