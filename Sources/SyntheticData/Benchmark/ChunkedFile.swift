// FileHandle has no equal in FoundationEssentials: a file of a gigabyte must go out in pieces.
import class Foundation.FileHandle
import FoundationEssentials

/// A new file that is written in pieces of a few megabytes.
struct ChunkedFile {
    private static let chunk = 4 << 20

    private let handle: FileHandle
    private var bytes: [UInt8] = []

    init(_ url: URL) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
        bytes.reserveCapacity(Self.chunk + 4096)
    }

    /// Lets a body append, and writes when a piece is full.
    mutating func append(_ body: (inout [UInt8]) -> Void) throws {
        body(&bytes)
        if bytes.count >= Self.chunk { try flush() }
    }

    /// Writes what is left and closes the file.
    mutating func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
