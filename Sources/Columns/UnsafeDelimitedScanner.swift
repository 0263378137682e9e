/// Reads delimited rows straight into typed columns, one pass, without a string.
///
/// Fields of the usual width are recognised and converted in one load; everything else (quotes,
/// other widths) takes the slow path over a scratch buffer that is wiped.
public struct DelimitedScanner: Sendable {
    let separator: UInt8
    let readings: [FieldReading]
    let smallSlots: Int
    let wideSlots: Int
    let specialNumbers: [(number: UInt32, state: UInt32)]
    let scrambler: NumberScrambler
    let longestRecord: Int
    let days = DayTable()

    /// Creates a scanner for the columns of a header.
    ///
    /// - Parameters:
    ///   - separator: the byte between fields.
    ///   - readings: one for each column, in the order of the header.
    ///   - specialNumbers: numbers that mean something else, with the ``NumberState`` they mean.
    public init(
        separator: UInt8, readings: [FieldReading], smallSlots: Int, wideSlots: Int,
        specialNumbers: [(number: UInt32, state: UInt32)], scrambler: NumberScrambler,
        longestRecord: Int
    ) {
        self.separator = separator
        self.readings = readings
        self.smallSlots = smallSlots
        self.wideSlots = wideSlots
        self.specialNumbers = specialNumbers
        self.scrambler = scrambler
        self.longestRecord = longestRecord
    }

    /// Reads the rows of a piece, from an offset on.
    ///
    /// Stops at the first row that cannot be read; the rows before it are given with the mistake.
    public func scan(_ piece: UnsafePieceBuffer, from offset: Int = 0) -> ScannedRows {
        let lines = countLines(piece, from: offset)
        var walk = UnsafeRowWalk(scanner: self, piece: piece, from: offset, rows: lines)
        return walk.run()
    }

    private func countLines(_ piece: UnsafePieceBuffer, from offset: Int) -> Int {
        var lines = 0
        let bytes = unsafe piece.bytes
        // SAFETY: indices stay below the count of bytes in use.
        for index in offset..<max(offset, piece.count) where unsafe bytes[index] == 0x0A {
            lines += 1
        }
        return lines + 1
    }
}

/// One walk over the rows of a piece.
@safe struct UnsafeRowWalk {
    private enum Kind: UInt8 {
        case skipped, constant, number, date, birthDate, code, postcode, municipality
    }

    @safe private struct Step {
        let kind: Kind
        let slot: Int
        let flag: UInt8
        let reading: Int
        let codes: UnsafePointer<UInt8>?
        let aliases: UnsafePointer<Bool>?
        let known: UnsafePointer<Bool>?
        let small: UnsafeMutablePointer<UInt8>?
        let wide: UnsafeMutablePointer<UInt16>?
    }

    private static let scratchSize = 32

    private let scanner: DelimitedScanner
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private var position: Int
    private let rows: Int

    private let numbers: UnsafeMutablePointer<UInt32>
    private let hashes: UnsafeMutablePointer<UInt64>
    private let flags: UnsafeMutablePointer<UInt8>
    private let small: [UnsafeMutablePointer<UInt8>]
    private let wide: [UnsafeMutablePointer<UInt16>]
    private var owned: [UnsafeMutableRawPointer] = unsafe []
    private var steps: [Step] = []
    private let scratch: UnsafeMutablePointer<UInt8>
    private let piece: UnsafePieceBuffer

    init(scanner: DelimitedScanner, piece: UnsafePieceBuffer, from offset: Int, rows: Int) {
        // SAFETY: every pointer made here covers `rows` elements, and a row is only written while
        // its number is below `rows`; `run` gives all of them back. The tables of a reading are
        // copied, so that they live as long as the walk.
        self.scanner = scanner
        self.piece = piece
        unsafe bytes = piece.bytes
        end = piece.count
        position = offset
        self.rows = rows
        unsafe numbers = .allocate(capacity: rows)
        unsafe hashes = .allocate(capacity: rows)
        unsafe flags = .allocate(capacity: rows)
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
        unsafe scratch = .allocate(capacity: UnsafeRowWalk.scratchSize)
        unsafe scratch.initialize(repeating: 0, count: UnsafeRowWalk.scratchSize)
        for (index, reading) in scanner.readings.enumerated() {
            steps.append(step(for: reading, at: index))
        }
    }

    private mutating func copy<Element>(_ array: [Element]) -> UnsafePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: array.count)
        unsafe pointer.initialize(from: array, count: array.count)
        unsafe owned.append(UnsafeMutableRawPointer(pointer))
        return unsafe UnsafePointer(pointer)
    }

    private mutating func step(for reading: FieldReading, at index: Int) -> Step {
        func plain(
            _ kind: Kind, slot: Int = 0, flag: UInt8 = 0, codes: UnsafePointer<UInt8>? = nil,
            aliases: UnsafePointer<Bool>? = nil, known: UnsafePointer<Bool>? = nil,
            small: UnsafeMutablePointer<UInt8>? = nil, wide: UnsafeMutablePointer<UInt16>? = nil
        ) -> Step {
            unsafe Step(
                kind: kind, slot: slot, flag: flag, reading: index, codes: codes,
                aliases: aliases, known: known, small: small, wide: wide)
        }
        switch reading {
        case .skipped: return plain(.skipped)
        case .constant: return plain(.constant)
        case .number: return plain(.number)
        case .date(let slot): return unsafe plain(.date, slot: slot, wide: wide[slot])
        case .birthDate(let slot, let flag):
            return unsafe plain(.birthDate, slot: slot, flag: flag, wide: wide[slot])
        case .code(let slot, let table, let flag):
            return unsafe plain(
                .code, slot: slot, flag: flag, codes: copy(table.values),
                aliases: copy(table.aliases), small: small[slot])
        case .postcode(let slot): return unsafe plain(.postcode, slot: slot, small: small[slot])
        case .municipality(let slot, let known):
            precondition(known.count == 10_000)
            return unsafe plain(.municipality, slot: slot, known: copy(known), wide: wide[slot])
        }
    }

    mutating func run() -> ScannedRows {
        var row = 0
        var mistake: (row: Int, kind: RowMistake)?
        let last = steps.count - 1
        scanning: while position < end {
            let start = position
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

    private mutating func finish(
        _ row: Int, _ mistake: (row: Int, kind: RowMistake)?
    ) -> ScannedRows {
        var result = ScannedRows(smallSlots: scanner.smallSlots, wideSlots: scanner.wideSlots)
        unsafe result.numbers = Array(UnsafeBufferPointer(start: numbers, count: row))
        unsafe result.hashes = Array(UnsafeBufferPointer(start: hashes, count: row))
        unsafe result.flags = Array(UnsafeBufferPointer(start: flags, count: row))
        for slot in unsafe small.indices {
            unsafe result.small[slot] = Array(UnsafeBufferPointer(start: small[slot], count: row))
            unsafe small[slot].deallocate()
        }
        for slot in unsafe wide.indices {
            unsafe result.wide[slot] = Array(UnsafeBufferPointer(start: wide[slot], count: row))
            unsafe wide[slot].deallocate()
        }
        result.mistake = mistake
        unsafe numbers.deallocate()
        unsafe hashes.deallocate()
        unsafe flags.deallocate()
        unsafe scratch.update(repeating: 0, count: UnsafeRowWalk.scratchSize)
        unsafe scratch.deallocate()
        for unsafe pointer in unsafe owned { unsafe pointer.deallocate() }
        return result
    }

    @inline(__always)
    private func isEnd(_ byte: UInt8) -> Bool {
        byte == scanner.separator || byte == 0x0A || byte == 0x0D || byte == 0
    }

    @inline(__always)
    private func mix(_ hash: inout UInt64, _ value: UInt64) {
        hash = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
    }

    /// Reads one field and leaves the position at the byte that ends it.
    @inline(__always)
    private mutating func field(_ step: Step, row: Int, hash: inout UInt64) -> RowMistake? {
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
                    year: value / 10_000, month: value / 100 % 100, day: value % 100)
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
        case .constant, .skipped, .postcode:
            break
        }
        return slowField(step, row: row, hash: &hash)
    }

    /// Eight digits as a number, or `nil` when one of the bytes is no digit.
    @inline(__always)
    private func eightDigits(_ pointer: UnsafePointer<UInt8>) -> Int? {
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
    private func fourDigits(_ pointer: UnsafePointer<UInt8>) -> Int? {
        var value = 0
        for index in 0..<4 {
            let digit = unsafe pointer[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    @inline(__always)
    private func state(of number: UInt32) -> UInt32 {
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
    private func store(code key: Int, _ step: Step, _ row: Int, _ hash: inout UInt64) {
        let value = unsafe step.codes.unsafelyUnwrapped[key]
        unsafe step.small.unsafelyUnwrapped[row] = value
        if unsafe step.aliases.unsafelyUnwrapped[key] { unsafe flags[row] |= step.flag }
        mix(&hash, value == CodeTable.unknown ? UInt64(key) + 1000 : UInt64(value) + 2)
    }

    @inline(__always)
    private func store(birth value: Int, _ step: Step, _ row: Int) {
        let year = value / 10_000
        var month = value / 100 % 100
        var day = value % 100
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

    // MARK: The slow path

    /// Reads a field of any form: unquotes it into the scratch buffer, then converts it.
    private mutating func slowField(
        _ step: Step, row: Int, hash: inout UInt64
    ) -> RowMistake? {
        var length = 0
        var content: UInt64 = 0xCBF2_9CE4_8422_2325
        func keep(_ byte: UInt8) {
            if length < UnsafeRowWalk.scratchSize { unsafe scratch[length] = byte }
            length += 1
            content = (content ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        if unsafe bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while position < end {
                let byte = unsafe bytes[position]
                if byte == UInt8(ascii: "\"") {
                    guard unsafe bytes[position + 1] == UInt8(ascii: "\"") else {
                        position += 1
                        break
                    }
                    position += 1
                }
                keep(byte)
                position += 1
            }
        } else {
            while position < end {
                let byte = unsafe bytes[position]
                if byte == scanner.separator || byte == 0x0A { break }
                if byte == 0x0D, unsafe bytes[position + 1] == 0x0A || position + 1 == end { break }
                keep(byte)
                position += 1
            }
        }
        return convert(step, row, length, content, &hash)
    }

    private mutating func convert(
        _ step: Step, _ row: Int, _ length: Int, _ content: UInt64, _ hash: inout UInt64
    ) -> RowMistake? {
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
                    year: value / 10_000, month: value / 100 % 100, day: value % 100)
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
        case .code:
            guard length <= 2 else {
                unsafe step.small.unsafelyUnwrapped[row] = CodeTable.unknown
                mix(&hash, content)
                return nil
            }
            let second = length == 2 ? Int(unsafe scratch[1]) << 8 : 0
            unsafe store(code: Int(scratch[0]) | second, step, row, &hash)
        case .postcode:
            unsafe step.small.unsafelyUnwrapped[row] = isPostcode(length) ? 1 : CodeTable.unknown
            mix(&hash, content)
        case .municipality:
            let isPrefixed = unsafe scratch[0] == UInt8(ascii: "G") && scratch[1] == UInt8(ascii: "M")
            let prefix = length == 6 && isPrefixed ? 2 : 0
            guard length == 4 + prefix, let value = unsafe fourDigits(scratch + prefix),
                unsafe step.known.unsafelyUnwrapped[value]
            else {
                unsafe step.wide.unsafelyUnwrapped[row] = 65_535
                mix(&hash, content)
                return nil
            }
            unsafe step.wide.unsafelyUnwrapped[row] = UInt16(value)
            mix(&hash, UInt64(value) + 2)
        case .constant, .skipped:
            break
        }
        return nil
    }

    private func dashedOrPlainDate(_ length: Int) -> Int? {
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

    private func isPostcode(_ length: Int) -> Bool {
        guard length == 6, unsafe (0x31...0x39).contains(scratch[0]) else { return false }
        for index in 1..<4 where unsafe !(0x30...0x39).contains(scratch[index]) { return false }
        for index in 4..<6 where unsafe !(0x41...0x5A).contains(scratch[index]) { return false }
        return true
    }
}
