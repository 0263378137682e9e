import Crypto
public import Foundation

/// The hashes of the records in a folder with definitions.
public struct DefinitionDigests: Sendable {
    /// The SHA-256 of each file, by its path in the folder.
    public let files: [String: String]

    /// Reads every file in a folder.
    ///
    /// - Throws: ``PublicationError/cannotRead(path:)`` where a file cannot be read.
    public init(folder: URL) throws(PublicationError) {
        var files: [String: String] = [:]
        for path in DefinitionDigests.paths(in: folder) {
            let place = folder.appending(path: path)
            guard let data = FileManager.default.contents(atPath: place.path) else {
                throw .cannotRead(path: place.path)
            }
            files[path] = DefinitionDigests.text(Array(data))
        }
        self.files = files
    }

    /// The hash of a file; of a path that ends in `/` that of all files below it, with their names.
    ///
    /// - Returns: 64 hexadecimal digits, or `nil` where there is no such file.
    public func digest(of path: String) -> String? {
        guard path.hasSuffix("/") else { return files[path] }
        let own = files.filter { $0.key.hasPrefix(path) }.sorted { $0.key < $1.key }
        guard !own.isEmpty else { return nil }
        return DefinitionDigests.text(Array(own.map { "\($0) \($1)\n" }.joined().utf8))
    }

    /// The hash of all files together.
    public var all: String {
        let lines = files.sorted { $0.key < $1.key }.map { "\($0) \($1)\n" }
        return DefinitionDigests.text(Array(lines.joined().utf8))
    }

    /// The paths of the files in a folder, in order; hidden ones are left out.
    public static func paths(in folder: URL) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { name in
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
                return false
            }
            let path = folder.appending(path: name).path
            let facts = try? FileManager.default.attributesOfItem(atPath: path)
            return facts?[.type] as? FileAttributeType == .typeRegular
        }.sorted()
    }

    private static func text(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
