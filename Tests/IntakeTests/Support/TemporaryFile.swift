import FoundationEssentials

/// A file that exists as long as the test that made it holds on to it.
final class TemporaryFile: Sendable {
    let path: String

    init(_ bytes: [UInt8]) throws {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "intake-\(UUID().uuidString).csv")
        path = url.path
        try Data(bytes).write(to: url)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
