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

    /// Surveys a piece, thirty-two bytes at a time.
    ///
    /// - Complexity: O(*n*), some 10 GB a second for ASCII.
    public init(_ piece: UnsafePieceBuffer) {
        var lowest = SIMD32<UInt8>(repeating: 255)
        var joined = SIMD32<UInt8>(repeating: 0)
        var quotes = SIMDMask<SIMD32<Int8>>(repeating: false)
        let whole = piece.count / 32 * 32
        var offset = 0
        while offset < whole {
            // SAFETY: the block lies within the bytes in use.
            let block = unsafe piece.base.loadUnaligned(
                fromByteOffset: offset, as: SIMD32<UInt8>.self)
            lowest.replace(with: block, where: block .< lowest)
            joined |= block
            quotes .|= block .== UInt8(ascii: "\"")
            offset += 32
        }
        var hasNul = lowest.min() == 0
        var hasQuote = any(quotes)
        var isASCII = joined.max() < 128
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
