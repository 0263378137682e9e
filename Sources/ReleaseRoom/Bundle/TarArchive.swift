import Foundation

/// An archive in the form `ustar` (POSIX.1-1988), as `tar` writes and reads it.
///
/// Owner, time and rights are the same for every file, so that the same files give the same bytes.
enum TarArchive {
    private static let block = 512

    /// Files to one archive, in the order given; names up to 255 bytes.
    static func write(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
        var archive: [UInt8] = []
        for (name, bytes) in files {
            guard let header = header(name, size: bytes.count) else { return nil }
            archive += header
            archive += bytes
            let rest = bytes.count % block
            if rest > 0 { archive += [UInt8](repeating: 0, count: block - rest) }
        }
        // Two empty blocks end an archive.
        return archive + [UInt8](repeating: 0, count: 2 * block)
    }

    /// The files of an archive, or `nil` when it is none or was cut short.
    static func read(_ archive: [UInt8]) -> [(name: String, bytes: [UInt8])]? {
        var files: [(name: String, bytes: [UInt8])] = []
        var place = 0
        while place + block <= archive.count {
            let header = Array(archive[place..<place + block])
            if header.allSatisfy({ $0 == 0 }) { return files }
            guard Array(header[257..<262]) == Array("ustar".utf8),
                let size = octal(header[124..<136]), let sum = octal(header[148..<156]),
                sum == checksum(header), size <= archive.count - place - block
            else { return nil }
            let prefix = text(header[345..<500])
            let name = text(header[0..<100])
            place += block
            if header[156] == UInt8(ascii: "0") {
                files.append(
                    (
                        prefix.isEmpty ? name : "\(prefix)/\(name)",
                        Array(archive[place..<place + size])
                    )
                )
            }
            place += (size + block - 1) / block * block
        }
        return nil
    }

    private static func header(_ name: String, size: Int) -> [UInt8]? {
        var header = [UInt8](repeating: 0, count: block)
        func put(_ bytes: [UInt8], at place: Int) {
            header.replaceSubrange(place..<place + bytes.count, with: bytes)
        }
        var own = Array(name.utf8)
        if own.count > 100 {
            // Long names are cut at a slash: what is before it stands in a field of its own.
            guard let cut = own.indices.last(where: { own[$0] == 0x2F && $0 <= 155 }),
                own.count - cut - 1 <= 100
            else { return nil }
            put(Array(own[..<cut]), at: 345)
            own = Array(own[(cut + 1)...])
        }
        put(own, at: 0)
        put(Array("0000644\0".utf8), at: 100)
        put(Array("0000000\0".utf8), at: 108)
        put(Array("0000000\0".utf8), at: 116)
        put(Array((padded(size, 11) + "\0").utf8), at: 124)
        put(Array("00000000000\0".utf8), at: 136)
        put(Array("0".utf8), at: 156)
        put(Array("ustar\u{0}00".utf8), at: 257)
        put(Array((padded(checksum(header), 6) + "\0 ").utf8), at: 148)
        return header
    }

    /// The sum of a header with blanks in the place of the sum.
    private static func checksum(_ header: [UInt8]) -> Int {
        header.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(header[$1])) }
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func octal(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.prefix { $0 != 0 && $0 != 32 }
        guard !digits.isEmpty else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
