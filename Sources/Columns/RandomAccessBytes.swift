#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file, or a file unpacked in memory, of which any stretch can be read.
public final class RandomAccessBytes: Sendable {
    private enum Origin: Sendable {
        case file(descriptor: Int32)
        case memory(UnsafePieceBuffer)
    }

    private let origin: Origin

    /// How many bytes there are.
    public let size: Int

    /// Opens a file.
    ///
    /// - Throws: ``PieceError`` when it is missing, a directory, or may not be read.
    public init(path: String) throws(PieceError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(code: errno) }
        do throws(PieceError) {
            size = try PieceReader.size(of: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        origin = .file(descriptor: descriptor)
    }

    /// Reads from a buffer that nobody writes to any more.
    public init(_ buffer: UnsafePieceBuffer) {
        origin = .memory(buffer)
        size = buffer.count
    }

    deinit {
        if case .file(let descriptor) = origin { close(descriptor) }
    }

    /// Puts a stretch of bytes behind those in use of a buffer.
    ///
    /// - Throws: ``PieceError`` when the file has become shorter or cannot be read.
    public func read(
        at offset: Int,
        count: Int,
        into piece: UnsafePieceBuffer
    ) throws(PieceError) {
        guard offset >= 0, count >= 0, count <= piece.room, offset <= size,
            count <= size - offset
        else { throw .changed(expected: size) }
        switch origin {
        case .memory(let buffer): piece.append(offset..<offset + count, of: buffer)
        case .file(let descriptor):
            try piece.fill(from: descriptor, at: offset, exactly: count, size: size)
        }
    }
}

extension UnsafePieceBuffer {
    /// Reads exactly so many bytes from a place in a file.
    fileprivate func fill(
        from descriptor: Int32,
        at offset: Int,
        exactly wanted: Int,
        size: Int
    ) throws(PieceError) {
        var done = 0
        while done < wanted {
            // SAFETY: the caller made sure that `wanted` bytes fit behind those in use.
            let got = unsafe pread(descriptor, base + count, wanted - done, off_t(offset + done))
            if got < 0 {
                if errno == EINTR { continue }
                throw .cannotRead(code: errno)
            }
            guard got > 0 else { throw .changed(expected: size) }
            done += got
            count += got
        }
    }
}

/// A stretch of a file, from start to end.
public final class StretchBytes: ByteSource {
    private let origin: RandomAccessBytes
    private var offset: Int
    private let end: Int

    /// Reads a stretch, or all of it.
    public init(_ origin: RandomAccessBytes, _ range: Range<Int>? = nil) {
        self.origin = origin
        offset = range?.lowerBound ?? 0
        end = range?.upperBound ?? origin.size
    }

    /// The bytes that are still to come.
    public var expectedSize: Int { end - offset }

    /// Puts the next bytes in a buffer.
    public func fill(_ piece: UnsafePieceBuffer, limit: Int) throws(PieceError) -> Int {
        let count = min(limit, piece.room, end - offset)
        guard count > 0 else { return 0 }
        try origin.read(at: offset, count: count, into: piece)
        offset += count
        return count
    }
}
