/// A ZIP archive made by hand, with its entries stored as they are.
public struct StoredArchive {
    /// The entries, in their order.
    public var entries: [(name: String, bytes: [UInt8])] = []
    /// Changes the fields of the directory: entry, offset in its record, new bytes.
    public var changes: [(entry: Int, offset: Int, bytes: [UInt8])] = []
    /// The method named in every entry; 0 is stored.
    public var method: UInt16 = 0
    /// Whether sizes and places stand in the fields of ZIP64, as a program that streams writes them.
    public var isZip64 = false

    /// Creates an archive without entries.
    public init() {}

    /// Adds a text.
    public mutating func add(_ name: String, _ text: String) {
        entries.append((name, Array(text.utf8)))
    }

    /// The archive.
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            let offset = out.count
            let sum = StoredArchive.checksum(entry.bytes)
            let sizes =
                four(sum) + four(UInt32(entry.bytes.count)) + four(UInt32(entry.bytes.count))
            let name = Array(entry.name.utf8)
            let common = two(20) + two(0) + two(method) + two(0) + two(33) + sizes
            out += four(0x0403_4B50) + common + two(UInt16(name.count)) + two(0) + name
            out += entry.bytes
            var record = four(0x0201_4B50) + two(20)
            if isZip64 {
                // A field of another kind stands first, as those with times of files do.
                var fields = two(0x5455) + two(5) + [1, 0, 0, 0, 0]
                fields += two(1) + two(24) + eight(entry.bytes.count)
                fields += eight(entry.bytes.count) + eight(offset)
                record += common.dropLast(8)
                record += four(UInt32.max) + four(UInt32.max) + two(UInt16(name.count))
                record += two(UInt16(fields.count)) + two(0) + two(0) + two(0)
                record += four(0) + four(UInt32.max) + name + fields
            } else {
                record += common + two(UInt16(name.count))
                record += two(0) + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset)) + name
            }
            for change in changes where change.entry == index {
                record.replaceSubrange(
                    change.offset..<change.offset + change.bytes.count,
                    with: change.bytes
                )
            }
            directory += record
        }
        if isZip64 {
            let end = out.count + directory.count
            let place = eight(directory.count) + eight(out.count)
            out += directory + four(0x0606_4B50) + eight(44) + two(45) + two(45)
            out += four(0) + four(0) + eight(entries.count) + eight(entries.count) + place
            out += four(0x0706_4B50) + four(0) + eight(end) + four(1)
            out += four(0x0605_4B50) + two(0) + two(0) + two(UInt16.max) + two(UInt16.max)
            out += four(UInt32.max) + four(UInt32.max) + two(0)
            return out
        }
        let count = two(UInt16(entries.count))
        let start = UInt32(out.count)
        out += directory + four(0x0605_4B50) + two(0) + two(0) + count + count
        out += four(UInt32(directory.count)) + four(start) + two(0)
        return out
    }

    private func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

    private func four(_ value: UInt32) -> [UInt8] {
        two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
    }

    private func eight(_ value: Int) -> [UInt8] {
        four(UInt32(value & 0xFFFF_FFFF)) + four(UInt32(value >> 32))
    }

    /// CRC-32 (ISO 3309), bit by bit.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
