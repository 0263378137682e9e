import FoundationEssentials

/// A file that exists as long as the test that made it holds on to it.
final class TemporaryFile: Sendable {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "columns-\(UUID().uuidString).csv").path
        try write(bytes)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes other bytes into the same file, as somebody may while it is read.
    func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }
}
