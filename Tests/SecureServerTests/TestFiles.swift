import Foundation

/// Files as bytes.
enum TestFiles {
    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }
}
