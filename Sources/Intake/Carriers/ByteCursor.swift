import Columns

/// A walk over the bytes of a source, one at a time, through a buffer that is wiped.
final class ByteCursor {
    private let source: any ByteSource
    private let buffer = UnsafePieceBuffer(capacity: 1 << 16)
    private var offset = 0
    private var isAtEnd = false

    init(_ source: any ByteSource) {
        self.source = source
    }

    var expectedSize: Int { source.expectedSize }

    /// The next byte without passing it, or `nil` at the end.
    @inline(__always)
    func peek() throws(PieceError) -> UInt8? {
        if offset < buffer.count { return buffer[offset] }
        return try refill() ? buffer[offset] : nil
    }

    /// The next byte, or `nil` at the end.
    @inline(__always)
    func next() throws(PieceError) -> UInt8? {
        guard let byte = try peek() else { return nil }
        offset += 1
        return byte
    }

    /// Passes the byte order mark of UTF-8, if there is one.
    func passMark() throws(PieceError) {
        guard try peek() == 0xEF, offset + 2 < buffer.count, buffer[offset + 1] == 0xBB,
            buffer[offset + 2] == 0xBF
        else { return }
        offset += 3
    }

    private func refill() throws(PieceError) -> Bool {
        guard !isAtEnd else { return false }
        buffer.wipe()
        offset = 0
        guard try source.fill(buffer, limit: buffer.capacity) > 0 else {
            isAtEnd = true
            return false
        }
        return true
    }
}
