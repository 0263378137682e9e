/// Copies a delimited file byte for byte, but for one column that is replaced and some left out.
///
/// The holder's step: what goes out is what came in, without the numbers. A field elsewhere that
/// is itself a citizen service number stops the copying.
@safe public struct UnsafeColumnRewrite {
    /// What is done with a column.
    public enum Step: Sendable {
        /// Copied as it is.
        case copy
        /// Replaced.
        case replace
        /// Left out, with its separator.
        case leaveOut
    }

    /// A number that stands where none belongs.
    public struct Misplaced: Error, Equatable, Sendable {
        /// The record, from 0.
        public let row: Int
        /// The column, from 0.
        public let column: Int
    }

    private let steps: [Step]
    private let separator: UInt8

    /// How many records have been copied.
    public private(set) var rows = 0

    /// Creates a rewrite for the columns of a header.
    public init(steps: [Step], separator: UInt8) {
        self.steps = steps
        self.separator = separator
    }

    /// Copies the records of a piece from an offset on.
    ///
    /// - Parameters:
    ///   - piece: whole records.
    ///   - offset: where they begin.
    ///   - output: what is appended to.
    ///   - replacement: the field for a record, by its number from 0.
    /// - Throws: ``Misplaced`` when a field that is copied is a citizen service number.
    public mutating func copy(
        _ piece: UnsafePieceBuffer,
        from offset: Int,
        to output: inout [UInt8],
        replacement: (Int) -> [UInt8]
    ) throws(Misplaced) {
        let bytes = unsafe piece.bytes
        var position = offset
        // SAFETY: `position` and every index below stay under the count of bytes in use, behind
        // which the padding is zero.
        while position < piece.count {
            var column = 0
            var written = 0
            var isLast = false
            while !isLast {
                let start = position
                let end = unsafe fieldEnd(bytes, from: start, count: piece.count)
                let isAtEnd = end >= piece.count
                let stop = isAtEnd ? 0x0A : unsafe bytes[end]
                isLast = stop == 0x0A || isAtEnd
                var contentEnd = end
                if isLast, contentEnd > start, unsafe bytes[contentEnd - 1] == 0x0D {
                    contentEnd -= 1
                }
                let step = column < steps.count ? steps[column] : .copy
                if step != .leaveOut {
                    if written > 0 { output.append(separator) }
                    written += 1
                }
                switch step {
                case .leaveOut: break
                case .replace: output += replacement(rows)
                case .copy:
                    guard unsafe !isNumber(bytes, start, contentEnd) else {
                        throw Misplaced(row: rows, column: column)
                    }
                    for index in start..<contentEnd { output.append(unsafe bytes[index]) }
                }
                if isLast {
                    if contentEnd < end { output.append(0x0D) }
                    if !isAtEnd { output.append(0x0A) }
                }
                position = min(end + 1, piece.count)
                column += 1
            }
            rows += 1
        }
    }

    private func fieldEnd(_ bytes: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
        var index = start
        var isInside = false
        // SAFETY: the caller's bounds.
        while index < count {
            let byte = unsafe bytes[index]
            if byte == 0x22 {
                isInside.toggle()
            } else if !isInside, byte == separator || byte == 0x0A {
                return index
            }
            index += 1
        }
        return count
    }

    /// Whether a field is nine digits that pass the elfproef, quotes and blanks aside.
    private func isNumber(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var count = 0
        var sum = 0
        // SAFETY: the caller's bounds.
        for index in start..<end {
            let byte = unsafe bytes[index]
            if byte == 0x22 || byte == 0x20 || byte == 0x2E { continue }
            guard (0x30...0x39).contains(byte), count < 9 else { return false }
            count += 1
            sum += Int(byte - 0x30) * (count == 9 ? -1 : 10 - count)
        }
        return count == 9 && sum.isMultiple(of: 11)
    }
}
