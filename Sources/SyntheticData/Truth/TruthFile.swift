import FoundationEssentials

/// `truth.json`, with sorted keys so that the same truth is the same bytes.
enum TruthFile {
    static func write(_ truth: some Encodable, to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(truth)
        data.append(0x0A)
        try data.write(to: folder.appending(path: "truth.json"))
    }
}
