/// What kinds of bytes occur in a piece, found without looking at its structure.
public struct ByteSurvey: Equatable, Sendable {
    /// Whether a byte is zero.
    public let hasNul: Bool
    /// Whether a byte is a double quote.
    public let hasQuote: Bool
    /// Whether the bytes are well-formed UTF-8; ASCII is.
    public let isUTF8: Bool
    /// Whether each byte means something in Windows-1252, which leaves five undefined.
    public let isWindows1252: Bool

    /// Surveys a piece, eight bytes at a time.
    ///
    /// - Complexity: O(*n*), a few GB a second for ASCII.
    public init(_ piece: UnsafePieceBuffer) {
        // Eight bytes in a word: a byte is zero when subtracting one borrows from its top bit
        // (Warren, Hacker's Delight, section 6-1); a quote is zero after an exclusive or.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quote = ones &* UInt64(UInt8(ascii: "\""))
        var nuls: UInt64 = 0
        var quotes: UInt64 = 0
        var joined: UInt64 = 0
        let whole = piece.count / 8 * 8
        var offset = 0
        while offset < whole {
            // SAFETY: the word lies within the bytes in use.
            let word = unsafe piece.base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let mixed = word ^ quote
            nuls |= (word &- ones) & ~word
            quotes |= (mixed &- ones) & ~mixed
            joined |= word
            offset += 8
        }
        var hasNul = nuls & tops != 0
        var hasQuote = quotes & tops != 0
        var isASCII = joined & tops == 0
        while offset < piece.count {
            let byte = unsafe piece.bytes[offset]
            hasNul = hasNul || byte == 0
            hasQuote = hasQuote || byte == UInt8(ascii: "\"")
            isASCII = isASCII && byte < 128
            offset += 1
        }
        self.hasNul = hasNul
        self.hasQuote = hasQuote
        if isASCII {
            isUTF8 = true
            isWindows1252 = true
        } else {
            isUTF8 = ByteSurvey.isUTF8(piece)
            isWindows1252 = ByteSurvey.isWindows1252(piece)
        }
    }

    /// A table of well-formed sequences (Unicode 15, table 3-7), walked byte by byte.
    private static func isUTF8(_ piece: UnsafePieceBuffer) -> Bool {
        var index = 0
        func byte(_ offset: Int) -> UInt8 {
            // SAFETY: the padding behind the end is zero and may be read.
            unsafe piece.bytes[index + offset]
        }
        func isTail(_ value: UInt8) -> Bool { value & 0xC0 == 0x80 }
        while index < piece.count {
            let first = byte(0)
            switch first {
            case 0..<0x80:
                index += 1
            case 0xC2...0xDF:
                guard isTail(byte(1)) else { return false }
                index += 2
            case 0xE0...0xEF:
                let second = byte(1)
                guard isTail(second), isTail(byte(2)), first != 0xE0 || second >= 0xA0,
                    first != 0xED || second < 0xA0
                else { return false }
                index += 3
            case 0xF0...0xF4:
                let second = byte(1)
                guard isTail(second), isTail(byte(2)), isTail(byte(3)),
                    first != 0xF0 || second >= 0x90, first != 0xF4 || second < 0x90
                else { return false }
                index += 4
            default:
                return false
            }
        }
        return index == piece.count
    }

    private static func isWindows1252(_ piece: UnsafePieceBuffer) -> Bool {
        for index in 0..<piece.count {
            switch unsafe piece.bytes[index] {
            case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
            default: continue
            }
        }
        return true
    }
}
