/// Reading of values packed end to end, by unaligned words.
enum UnsafeBits {
    /// Unpacks `count` values of `bits` each, behind those already there.
    @inline(__always)
    static func unpack<Value: FixedWidthInteger & UnsignedInteger>(
        _ bytes: [UInt8],
        from start: Int,
        count: Int,
        bits: Int,
        smallest: UInt32,
        into values: inout [Value]
    ) {
        precondition(bits > 0 && bits <= 32)
        precondition(bytes.count >= start + (count * bits + 63) / 64 * 8)
        let mask: UInt64 = (1 << UInt64(bits)) - 1
        let safe = max(0, (bytes.count - start - 8) * 8 / bits)
        let quick = min(count, safe)
        // SAFETY: value `index` begins at bit `index * bits`; for the first `quick` of them the
        // eight bytes from that bit's byte lie within the array (bits <= 32 and a shift below 8
        // fit in one word); the rest is read byte by byte. Each of the `count` places is written.
        values.append(addingCapacity: count) { span in
            unsafe span.withUnsafeMutableBufferPointer { out, written in
                unsafe bytes.withUnsafeBytes { input in
                    var bit = 0
                    for index in 0..<quick {
                        let word = unsafe input.loadUnaligned(
                            fromByteOffset: start + bit >> 3,
                            as: UInt64.self
                        )
                        let value = UInt32(truncatingIfNeeded: (word >> UInt64(bit & 7)) & mask)
                        unsafe out[index] = Value(truncatingIfNeeded: value &+ smallest)
                        bit += bits
                    }
                    for index in quick..<count {
                        var value: UInt64 = 0
                        for offset in 0..<bits {
                            let place = index * bits + offset
                            let byte = unsafe input[start + place >> 3]
                            value |= UInt64(byte >> UInt8(place & 7) & 1) << UInt64(offset)
                        }
                        let whole = UInt32(truncatingIfNeeded: value) &+ smallest
                        unsafe out[index] = Value(truncatingIfNeeded: whole)
                    }
                }
                written = count
            }
        }
    }
}
