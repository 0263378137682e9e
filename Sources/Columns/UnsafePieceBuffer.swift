#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A buffer of bytes with room behind its end, made once, used again, and wiped.
///
/// It holds raw lines of a delivery and so citizen service numbers: it never grows (growing would
/// leave a copy behind) and is overwritten with zeros before it is given back.
@safe public final class UnsafePieceBuffer: @unchecked Sendable {
    // SAFETY: `@unchecked Sendable` is right because a buffer has one owner at a time: the reader
    // fills it, then hands it to one worker, and takes it back when the worker has finished.

    /// Bytes that may be read behind the last one, all zero.
    static let padding = 64

    let base: UnsafeMutableRawPointer
    /// The most bytes that fit.
    public let capacity: Int

    /// The bytes in use.
    public internal(set) var count = 0

    private var highest = 0

    /// Makes a buffer for so many bytes.
    public init(capacity: Int) {
        self.capacity = capacity
        unsafe base = .allocate(byteCount: capacity + Self.padding, alignment: 64)
        // SAFETY: within the allocation.
        unsafe memset(base, 0, capacity + Self.padding)
    }

    deinit {
        // SAFETY: within the allocation; `explicit_bzero` is never optimised away.
        unsafe explicit_bzero(base, capacity + Self.padding)
        unsafe base.deallocate()
    }

    /// Overwrites what was in use with zeros and empties the buffer.
    public func wipe() {
        highest = max(highest, count)
        // SAFETY: `highest` never passes `capacity`.
        unsafe explicit_bzero(base, highest + Self.padding)
        highest = 0
        count = 0
    }

    /// Reads from a descriptor up to a number of bytes behind those in use; 0 at the end of file.
    func fill(from descriptor: Int32, limit: Int) throws(PieceError) -> Int {
        let room = min(limit, capacity - count)
        var done = 0
        while done < room {
            // SAFETY: `count + done + (room - done)` never passes `capacity`.
            let got = unsafe read(descriptor, base + count + done, room - done)
            if got < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(code: errno)
            }
            if got == 0 { break }
            done += got
        }
        count += done
        highest = max(highest, count)
        unsafe memset(base + count, 0, Self.padding)
        return done
    }

    /// Puts the bytes of another buffer in.
    func take(_ other: UnsafePieceBuffer) {
        precondition(other.count <= capacity)
        // SAFETY: the precondition; both buffers are live and distinct.
        unsafe memcpy(base, other.base, other.count)
        count = other.count
    }

    /// Moves the bytes from an offset on into another buffer.
    func cut(at offset: Int, into other: UnsafePieceBuffer) {
        let length = count - offset
        precondition(length <= other.capacity)
        // SAFETY: the precondition; the padding behind the new end is zeroed.
        unsafe memcpy(other.base, base + offset, length)
        other.count = length
        other.highest = max(other.highest, length)
        unsafe explicit_bzero(base + offset, length)
        count = offset
    }

    /// The bytes in use, for reading.
    var bytes: UnsafePointer<UInt8> {
        unsafe UnsafePointer(base.assumingMemoryBound(to: UInt8.self))
    }

    /// How many lines end before the first byte of which a predicate is true.
    public func lines(before isFound: (UInt8) -> Bool) -> Int {
        var lines = 0
        // SAFETY: indices stay below `count`.
        for index in 0..<count {
            let byte = unsafe bytes[index]
            if isFound(byte) { break }
            if byte == 0x0A { lines += 1 }
        }
        return lines
    }

    /// How many line ends stand from an offset on.
    func lineEnds(from offset: Int) -> Int {
        // Eight bytes in a word: exactly the bytes that are zero after an exclusive or keep their
        // top bit (Warren, Hacker's Delight, section 6-1).
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let ends: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
        var lines = 0
        var place = offset
        // SAFETY: words and bytes lie within those in use.
        while place + 8 <= count {
            let word = unsafe base.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ ends
            lines += (~(((word & low) &+ low) | word | low)).nonzeroBitCount
            place += 8
        }
        while place < count {
            if unsafe bytes[place] == 0x0A { lines += 1 }
            place += 1
        }
        return lines
    }

    /// How many lines end before the quote that is open at the end of the bytes in use.
    public var linesBeforeOpenQuote: Int {
        var (lines, before, inside) = (0, 0, false)
        // SAFETY: indices stay below `count`.
        for index in 0..<count {
            switch unsafe bytes[index] {
            case 0x0A: lines += 1
            case UInt8(ascii: "\""):
                inside.toggle()
                if inside { before = lines }
            default: break
            }
        }
        return inside ? before : lines
    }

    /// The offset behind the last line end outside quotes, or `nil`.
    ///
    /// A buffer begins outside quotes, because it begins where a record begins.
    func lastRecordEnd(hasQuote: Bool) -> Int? {
        // SAFETY: indices stay below `count`.
        let bytes = unsafe bytes
        if !hasQuote {
            var index = count - 1
            while index >= 0 {
                if unsafe bytes[index] == 0x0A { return index + 1 }
                index -= 1
            }
            return nil
        }
        var inside = false
        var end: Int?
        for index in 0..<count {
            let byte = unsafe bytes[index]
            if byte == UInt8(ascii: "\"") {
                inside.toggle()
            } else if byte == 0x0A, !inside {
                end = index + 1
            }
        }
        return end
    }

    /// Whether a quote is open at the end of the bytes in use.
    var endsInsideQuotes: Bool {
        var inside = false
        for index in 0..<count where unsafe bytes[index] == UInt8(ascii: "\"") { inside.toggle() }
        return inside
    }
}
