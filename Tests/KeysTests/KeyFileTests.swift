import Foundation
import Keys
import TestSupport
import Testing

@Suite("Key files")
struct KeyFileTests {
    private func file(_ text: String, mode: Int = 0o600) throws -> (TestFolder, String) {
        let folder = try TestFolder()
        let path = try folder.write(text, to: "key")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return (folder, path)
    }

    @Test func `a key is made once and never overwritten`() throws {
        let folder = try TestFolder()
        let path = folder.path("below/key")
        let made = try KeyFile.make(path: path)
        #expect(try KeyFile.read(.file(path: path)).mark("x") == made.mark("x"))
        #expect(throws: KeyError.exists(path: path)) { _ = try KeyFile.make(path: path) }
    }

    @Test(arguments: [0, 1, 32, 63])
    func `a key that was cut short is told from one that is no key`(digits: Int) throws {
        let (folder, path) = try file(String(repeating: "a", count: digits))
        #expect(throws: KeyError.truncated(path: path, digits: digits)) {
            _ = try KeyFile.read(.file(path: path))
        }
        let (other, bad) = try file(String(repeating: "g", count: digits + 1))
        #expect(throws: KeyError.malformed(path: bad)) { _ = try KeyFile.read(.file(path: bad)) }
        withExtendedLifetime((folder, other)) {}
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o601])
    func `a key that others may use is refused`(mode: Int) throws {
        let (folder, path) = try file(String(repeating: "a", count: 64), mode: mode)
        #expect(throws: KeyError.readableByOthers(path: path)) {
            _ = try KeyFile.read(.file(path: path))
        }
        withExtendedLifetime(folder) {}
    }

    @Test func `a key service may hand a key over without a file`() throws {
        #expect(KeyPlace("env:SOME_NAME") == .environment(name: "SOME_NAME"))
        #expect(KeyPlace("fd:7") == .descriptor(number: 7))
        #expect(KeyPlace("fd:x") == .file(path: "fd:x"))
        #expect(throws: KeyError.missing(path: "env:IJKPUNT_NOT_THERE")) {
            _ = try KeyFile.read(.environment(name: "IJKPUNT_NOT_THERE"))
        }
        let (folder, path) = try file(String(repeating: "b", count: 64) + "\n")
        let handle = try #require(FileHandle(forReadingAtPath: path))
        let read = try KeyFile.read(.descriptor(number: handle.fileDescriptor))
        #expect(try read.mark("x") == KeyFile.read(.file(path: path)).mark("x"))
        withExtendedLifetime(folder) {}
    }

    @Test func `a destroyed key is gone from its place`() throws {
        let folder = try TestFolder()
        let path = folder.path("key")
        _ = try KeyFile.make(path: path)
        try KeyFile.destroy(path: path)
        #expect(throws: KeyError.missing(path: path)) { _ = try KeyFile.read(.file(path: path)) }
        #expect(throws: KeyError.missing(path: path)) { try KeyFile.destroy(path: path) }
    }

    @Test func `a secret shows itself in no print`() throws {
        let (folder, path) = try file(String(repeating: "c", count: 64))
        let key = try KeyFile.read(.file(path: path))
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "‹redacted›")
        #expect(String(reflecting: key) == "‹redacted›")
        #expect(!dumped.contains("cc"))
        withExtendedLifetime(folder) {}
    }
}
