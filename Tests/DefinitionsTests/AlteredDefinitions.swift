import Definitions
import FoundationEssentials
import Testing

/// A change to one file of the shipped definitions, and what the loader says of it.
struct Refusal: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let message: String

    /// Replaces the first occurrence of a text in a file.
    init(_ file: String, _ old: String, _ new: String, says message: String) {
        self.file = file
        self.old = old
        self.new = new
        self.message = message
    }

    var testDescription: String { message }

    /// Loads a copy of the shipped definitions with the change, and gives the refusal.
    func description() throws -> String? {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "ijkpunt-definitions-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: ShippedDefinitions.folder, to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: file)
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(file) does not contain the text to change")
        try Data((parts[0] + new + parts[1]).utf8).write(to: url)
        do throws(DefinitionError) {
            _ = try DefinitionSet.load(from: folder)
            return nil
        } catch {
            return error.description
        }
    }
}
