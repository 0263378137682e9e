/// A column of whole numbers as a block of bits: each value less the smallest, in as few bits as
/// the largest needs.
///
/// Layout, little-endian: count (4 bytes), smallest (4), bits per value (1), then the values end
/// to end in words of eight bytes.
public enum BitPacking {
    private static let header = 9

    /// Packs values.
    ///
    /// - Complexity: O(*n*).
    public static func pack(_ values: [UInt32]) -> [UInt8] {
        var smallest = values.first ?? 0
        var largest = smallest
        for value in values {
            if value < smallest { smallest = value }
            if value > largest { largest = value }
        }
        let bits = UInt32.bitWidth - (largest - smallest).leadingZeroBitCount
        let words = (values.count * bits + 63) / 64
        var bytes: [UInt8] = []
        bytes.reserveCapacity(header + words * 8)
        append(UInt32(values.count), to: &bytes)
        append(smallest, to: &bytes)
        bytes.append(UInt8(bits))
        guard bits > 0 else { return bytes }
        var word: UInt64 = 0
        var filled = 0
        for value in values {
            let rest = UInt64(value - smallest)
            word |= rest << UInt64(filled)
            filled += bits
            if filled >= 64 {
                append(word, to: &bytes)
                filled -= 64
                word = filled == 0 ? 0 : rest >> UInt64(bits - filled)
            }
        }
        if filled > 0 { append(word, to: &bytes) }
        return bytes
    }

    /// Unpacks a block behind the values already there.
    ///
    /// - Throws: ``PackingError`` when the block's length and its header disagree.
    @specialized(where Value == UInt8)
    @specialized(where Value == UInt16)
    @specialized(where Value == UInt32)
    public static func unpack<Value: FixedWidthInteger & UnsignedInteger>(
        _ bytes: [UInt8],
        appendingTo values: inout [Value]
    ) throws(PackingError) {
        guard bytes.count >= header else { throw PackingError() }
        let span = bytes.span
        let count = Int(number(at: 0, of: span))
        let smallest = number(at: 4, of: span)
        let bits = Int(span[8])
        guard bits <= 32, bytes.count == header + (count * bits + 63) / 64 * 8 else {
            throw PackingError()
        }
        guard bits > 0 else {
            values.append(
                contentsOf: repeatElement(Value(truncatingIfNeeded: smallest), count: count)
            )
            return
        }
        UnsafeBits.unpack(
            bytes,
            from: header,
            count: count,
            bits: bits,
            smallest: smallest,
            into: &values
        )
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] as [UInt32] {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    @inline(__always)
    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        var rest = word
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private static func number(at index: Int, of span: Span<UInt8>) -> UInt32 {
        UInt32(span[index]) | UInt32(span[index + 1]) << 8 | UInt32(span[index + 2]) << 16
            | UInt32(span[index + 3]) << 24
    }
}

/// A packed block whose length does not fit its header.
public struct PackingError: Error, Equatable, Sendable {}
