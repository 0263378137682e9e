#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Byte-wise use of a buffer, with every index checked: for carriers that take bytes apart.
extension UnsafePieceBuffer {
    /// How many bytes can still be put in.
    public var room: Int { capacity - count }

    /// The byte at an offset below ``count``.
    @inline(__always)
    public subscript(offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < count, "an offset outside the bytes in use")
        // SAFETY: the precondition.
        return unsafe bytes[offset]
    }

    /// Puts a byte behind those in use.
    @inline(__always)
    public func append(_ byte: UInt8) {
        precondition(count < capacity, "a full buffer")
        // SAFETY: the precondition; what lies behind the end stays zero.
        unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    /// Puts bytes of another buffer behind those in use.
    public func append(_ range: Range<Int>, of other: UnsafePieceBuffer) {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
        precondition(range.count <= room && other !== self)
        // SAFETY: the preconditions.
        unsafe memcpy(base + count, other.base + range.lowerBound, range.count)
        count += range.count
    }

    /// Takes bytes off the end, down to a count.
    public func truncate(to shorter: Int) {
        precondition(shorter >= 0 && shorter <= count)
        // SAFETY: within the bytes in use; what lies behind the end is zero again.
        unsafe explicit_bzero(base + shorter, count - shorter)
        count = shorter
    }
}
