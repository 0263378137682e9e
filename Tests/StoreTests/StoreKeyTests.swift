import Foundation
import Keys
import Store
import TestSupport
import Testing

@Suite("Key of the store")
struct StoreKeyTests {
    @Test func `a key is made on first use, for its owner only, and read again`() throws {
        let folder = try TestFolder()
        let path = folder.path("keys/below/key")
        let made = try StoreKey.load(path: path, create: true)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.utf8.count == 65)
        #expect(text.hasSuffix("\n"))
        #expect(text.dropLast().allSatisfy { $0.isHexDigit && !$0.isUppercase })
        let read = try StoreKey.load(path: path, create: false)
        let store = try DeliveryStore(path: folder.path("store"), key: made, create: true)
        _ = try DeliveryStore(path: folder.path("store"), key: read, create: false)
        #expect(try store.deliveries().isEmpty)
    }

    @Test func `two keys are never the same`() throws {
        let folder = try TestFolder()
        _ = try StoreKey.load(path: folder.path("one"), create: true)
        _ = try StoreKey.load(path: folder.path("two"), create: true)
        #expect(
            FileManager.default.contents(atPath: folder.path("one"))
                != FileManager.default.contents(atPath: folder.path("two"))
        )
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o620, 0o601])
    func `a key that others may use is refused`(mode: Int) throws {
        let folder = try TestFolder()
        let path = folder.path("key")
        _ = try StoreKey.load(path: path, create: true)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        #expect(throws: KeyError.readableByOthers(path: path)) {
            _ = try StoreKey.load(path: path, create: true)
        }
    }

    @Test func `a missing key is not made when none may be made`() throws {
        let folder = try TestFolder()
        let path = folder.path("key")
        #expect(throws: KeyError.missing(path: path)) {
            _ = try StoreKey.load(path: path, create: false)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a key cannot be made where no folder can be`() throws {
        let folder = try TestFolder()
        _ = try folder.write("a file", to: "file")
        #expect(throws: KeyError.cannotCreate(path: folder.path("file/key"))) {
            _ = try StoreKey.load(path: folder.path("file/key"), create: true)
        }
    }

    @Test(arguments: [
        String(repeating: "a", count: 65),
        String(repeating: "g", count: 64), String(repeating: "a", count: 64) + "\r\n",
        String(repeating: "a", count: 64) + "\n\n", " " + String(repeating: "a", count: 63),
    ])
    func `a key that is no 64 hexadecimal digits is refused`(text: String) throws {
        let folder = try TestFolder()
        let path = try folder.write(text, to: "key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(throws: KeyError.malformed(path: path)) {
            _ = try StoreKey.load(path: path, create: true)
        }
    }

    @Test func `another key does not open the store`() throws {
        let folder = try TestFolder()
        let own = try StoreKey.load(path: folder.path("own"), create: true)
        let other = try StoreKey.load(path: folder.path("other"), create: true)
        _ = try DeliveryStore(path: folder.path("store"), key: own, create: true)
        #expect(throws: KeyError.wrong) {
            _ = try DeliveryStore(path: folder.path("store"), key: other, create: true)
        }
    }
}
