import CZlib

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Unpacks raw DEFLATE (RFC 1951) with zlib, whose memory is wiped before it is given back.
@safe public final class UnsafeInflater {
    /// Where unpacking stands.
    public enum State: Sendable {
        /// More input or more room is needed.
        case more
        /// The packed stream has ended.
        case ended
        /// The bytes are no packed stream.
        case damaged
    }

    // SAFETY: the stream lives at one address from `init` to `deinit`, which zlib asks for.
    private let stream: UnsafeMutablePointer<z_stream>
    private var checksum: UInt

    /// Where unpacking stands.
    public private(set) var state = State.more

    /// Creates an inflater.
    public init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        checksum = 0
        unsafe stream.pointee.zalloc = { _, items, size in unsafe wipedAllocate(items, size) }
        unsafe stream.pointee.zfree = { _, pointer in unsafe wipedFree(pointer) }
        // SAFETY: the version and size are those of the header the program was built with.
        let made = unsafe inflateInit2_(
            stream,
            -MAX_WBITS,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        if made != Z_OK { state = .damaged }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    /// The CRC-32 of what was unpacked so far.
    public var crc: UInt32 { UInt32(truncatingIfNeeded: checksum) }

    /// Unpacks bytes of one buffer behind those of another.
    ///
    /// - Parameters:
    ///   - input: packed bytes.
    ///   - offset: where they begin; moved behind those that were used.
    ///   - output: takes what is unpacked.
    ///   - limit: the most bytes to unpack.
    /// - Returns: how many bytes were unpacked.
    public func unpack(
        _ input: UnsafePieceBuffer,
        at offset: inout Int,
        into output: UnsafePieceBuffer,
        limit: Int
    ) -> Int {
        guard state == .more, offset >= 0, offset <= input.count else { return 0 }
        let room = min(limit, output.room, Int(UInt32.max >> 1))
        guard room > 0 else { return 0 }
        // SAFETY: zlib reads within the bytes in use of `input`, which it does not change, and
        // writes at most `room` bytes within the capacity of `output`.
        unsafe stream.pointee.next_in = input.base.assumingMemoryBound(to: UInt8.self) + offset
        unsafe stream.pointee.avail_in = UInt32(input.count - offset)
        let target = unsafe output.base.assumingMemoryBound(to: UInt8.self) + output.count
        unsafe stream.pointee.next_out = target
        unsafe stream.pointee.avail_out = UInt32(room)
        let result = unsafe inflate(stream, Z_NO_FLUSH)
        let made = unsafe room - Int(stream.pointee.avail_out)
        unsafe offset = input.count - Int(stream.pointee.avail_in)
        checksum = unsafe crc32(checksum, target, UInt32(made))
        output.count += made
        switch result {
        case Z_STREAM_END: state = .ended
        case Z_OK, Z_BUF_ERROR: state = .more
        default: state = .damaged
        }
        return made
    }
}

/// The CRC-32 (ISO 3309) that archives carry, over the bytes of a buffer.
public func crc32(_ checksum: UInt32, _ piece: UnsafePieceBuffer, _ range: Range<Int>) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= piece.count)
    // SAFETY: the precondition; the bytes are only read.
    let start = unsafe piece.bytes + range.lowerBound
    return UInt32(
        truncatingIfNeeded: unsafe CZlib.crc32(UInt(checksum), start, UInt32(range.count))
    )
}

/// Bytes before each allocation that hold its length.
private let lengthRoom = 16

private func wipedAllocate(_ items: UInt32, _ size: UInt32) -> UnsafeMutableRawPointer? {
    let length = Int(items) * Int(size)
    guard let base = unsafe malloc(length + lengthRoom) else { return nil }
    // SAFETY: the allocation has room for the length and for what was asked.
    unsafe base.storeBytes(of: length, as: Int.self)
    return unsafe base + lengthRoom
}

private func wipedFree(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer = unsafe pointer else { return }
    // SAFETY: every pointer that zlib gives back was made above.
    let base = unsafe pointer - lengthRoom
    let length = unsafe base.load(as: Int.self)
    unsafe explicit_bzero(base, length + lengthRoom)
    unsafe free(base)
}
