import Columns
import Crypto
import Foundation

/// Reading, making and destroying the file of a key: 64 hexadecimal digits and a line end.
public enum KeyFile {
    /// How many digits a key has.
    static let digits = 64

    /// Reads the key at a place.
    ///
    /// - Throws: ``KeyError`` when it is missing, may be used by others, is cut short or malformed.
    public static func read(_ place: KeyPlace) throws(KeyError) -> KeyMaterial {
        var text = try bytes(at: place)
        defer { UnsafeWiping.wipe(&text) }
        if text.last == 0x0A { text.removeLast() }
        guard text.allSatisfy({ Hexadecimal.value($0) != nil }), text.count <= digits else {
            throw .malformed(path: place.text)
        }
        guard text.count == digits, var bytes = Hexadecimal.bytes(text) else {
            throw .truncated(path: place.text, digits: text.count)
        }
        defer { UnsafeWiping.wipe(&bytes) }
        return KeyMaterial(SymmetricKey(data: bytes))
    }

    /// Draws a key and writes it to a new file that only its owner may use.
    ///
    /// - Throws: ``KeyError/exists(path:)`` when there is a file, which is never overwritten, or
    ///   ``KeyError/cannotCreate(path:)``.
    public static func make(path: String) throws(KeyError) -> KeyMaterial {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: path) else { throw .exists(path: path) }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var generator = SystemRandomNumberGenerator()
        var bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        defer { UnsafeWiping.wipe(&bytes) }
        do {
            try manager.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .cannotCreate(path: path)
        }
        // Rights first, content after: the file is never readable by others, not even for a moment.
        guard
            manager.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            ), write(Hexadecimal.text(bytes) + "\n", to: path)
        else { throw .cannotCreate(path: path) }
        return KeyMaterial(SymmetricKey(data: bytes))
    }

    /// Overwrites the file of a key with other digits and removes it.
    ///
    /// A file system that writes copies, a flash disk or a backup may still hold the old content:
    /// the key ceremony says what is to be done about those.
    ///
    /// - Throws: ``KeyError`` when there is no such file or it cannot be changed.
    public static func destroy(path: String) throws(KeyError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { throw .missing(path: path) }
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        guard write(Hexadecimal.text(noise) + "\n", to: path) else {
            throw .cannotCreate(path: path)
        }
        do {
            try manager.removeItem(atPath: path)
        } catch {
            throw .cannotCreate(path: path)
        }
    }

    private static func bytes(at place: KeyPlace) throws(KeyError) -> [UInt8] {
        switch place {
        case .file(let path): return try bytes(ofFile: path)
        case .environment(let name):
            guard let value = ProcessInfo.processInfo.environment[name] else {
                throw .missing(path: place.text)
            }
            return Array(value.utf8)
        case .descriptor(let number):
            let handle = FileHandle(fileDescriptor: number, closeOnDealloc: false)
            guard let data = try? handle.readToEnd() else { throw .unreadable(path: place.text) }
            return Array(data)
        }
    }

    private static func bytes(ofFile path: String) throws(KeyError) -> [UInt8] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { throw .missing(path: path) }
        guard let attributes = try? manager.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int
        else { throw .unreadable(path: path) }
        guard mode & 0o077 == 0 else { throw .readableByOthers(path: path) }
        guard let data = manager.contents(atPath: path) else { throw .unreadable(path: path) }
        return Array(data)
    }

    private static func write(_ text: String, to path: String) -> Bool {
        guard let handle = FileHandle(forWritingAtPath: path) else { return false }
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            return false
        }
        return true
    }
}
