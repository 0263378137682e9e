/// A ZIP archive made by hand, with its entries stored as they are.
public struct StoredArchive {
    /// The entries, in their order.
    public var entries: [(name: String, bytes: [UInt8])] = []
    /// Changes the fields of the directory: entry, offset in its record, new bytes.
    public var changes: [(entry: Int, offset: Int, bytes: [UInt8])] = []
    /// The method named in every entry; 0 is stored.
    public var method: UInt16 = 0

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
            var record = four(0x0201_4B50) + two(20) + common + two(UInt16(name.count))
            record += two(0) + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset)) + name
            for change in changes where change.entry == index {
                record.replaceSubrange(
                    change.offset..<change.offset + change.bytes.count,
                    with: change.bytes
                )
            }
            directory += record
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
