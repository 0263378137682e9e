import Crypto
import Foundation

/// The SHA-256 of a file, read piece by piece.
enum FileDigest {
    /// The digest in hexadecimal digits.
    ///
    /// - Throws: ``Complaint/InputError`` when the file cannot be read.
    static func hexadecimal(path: String) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Complaint.InputError.table(path: path)
        }
        defer { try? file.close() }
        var hash = SHA256()
        do {
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                hash.update(data: piece)
            }
        } catch {
            throw Complaint.InputError.table(path: path)
        }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
