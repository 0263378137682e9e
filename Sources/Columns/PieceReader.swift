#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads a file from start to end in pieces that end where a record ends.
///
/// The file is read, never mapped: one that is cut short while it is read gives a shorter read and
/// a ``PieceError``, not a signal.
public struct PieceReader: ~Copyable {
    private let descriptor: Int32
    private let carrier: (any ByteSource)?
    private let carried: UnsafePieceBuffer
    private var bytesRead = 0
    private var isAtEnd = false

    /// Bytes in the file when it was opened.
    public let size: Int

    /// Opens a file whose records are at most so many bytes long.
    ///
    /// - Throws: ``PieceError`` when it is missing, a directory, or may not be read.
    public init(path: String, longestRecord: Int) throws(PieceError) {
        // Without waiting: a pipe would otherwise block before it can be refused.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(code: errno) }
        do throws(PieceError) {
            size = try PieceReader.size(of: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        carrier = nil
        carried = UnsafePieceBuffer(capacity: min(size, longestRecord) + 1)
    }

    /// Reads what comes out of a carrier, whose size is known when it ends.
    public init(_ carrier: any ByteSource, longestRecord: Int) {
        descriptor = -1
        self.carrier = carrier
        size = max(carrier.expectedSize, 0)
        carried = UnsafePieceBuffer(capacity: longestRecord + 1)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Fills a buffer with the next piece; gives what kinds of bytes it holds, or `nil` at the end.
    ///
    /// - Throws: ``PieceError`` when the file changed, cannot be read, or holds a record that is
    ///   too long.
    public mutating func next(into piece: UnsafePieceBuffer) throws(PieceError) -> ByteSurvey? {
        guard !isAtEnd else { return nil }
        piece.wipe()
        piece.take(carried)
        carried.wipe()
        let wanted = piece.capacity - piece.count
        let got =
            if let carrier {
                try carrier.fill(piece, limit: wanted)
            } else {
                try piece.fill(from: descriptor, limit: wanted)
            }
        bytesRead += got
        guard carrier != nil || bytesRead <= size else { throw .changed(expected: size) }
        let survey = ByteSurvey(piece)
        if got < wanted {
            if carrier == nil {
                guard bytesRead == size, try PieceReader.size(of: descriptor) == size else {
                    throw .changed(expected: size)
                }
            }
            isAtEnd = true
            guard !survey.hasQuote || !piece.endsInsideQuotes else { throw .openQuote }
            return piece.count == 0 ? nil : survey
        }
        guard let end = piece.lastRecordEnd(hasQuote: survey.hasQuote),
            piece.count - end < carried.capacity
        else { throw .recordTooLong }
        piece.cut(at: end, into: carried)
        // A character may straddle the end of the buffer; what is left after the cut is whole.
        return survey.isUTF8 ? survey : ByteSurvey(piece)
    }

    static func size(of descriptor: Int32) throws(PieceError) -> Int {
        var status = stat()
        // SAFETY: the pointer is to a local variable for the length of the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .cannotRead(code: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .isNoRegularFile }
        return Int(status.st_size)
    }
}

// SAFETY: `@unchecked Sendable` is right because a reader is handed on as a whole: it cannot be
// copied, and whoever gives it a carrier does not use that carrier any more.
extension PieceReader: @unchecked Sendable {}

/// Why a file could not be read to its end.
public enum PieceError: Error, Equatable, Sendable {
    /// The file could not be opened; the system's error number.
    case cannotOpen(code: Int32)
    /// The file could not be read; the system's error number.
    case cannotRead(code: Int32)
    /// The path is a directory.
    case isDirectory
    /// The path is a pipe, a device or something else that is not a file.
    case isNoRegularFile
    /// The file grew or was cut short while it was read; its size when opened.
    case changed(expected: Int)
    /// A record is longer than the limit.
    case recordTooLong
    /// A quote was opened and never closed.
    case openQuote
    /// The carrier of the delivery cannot be unpacked.
    case carrier(CarrierMistake)
}
