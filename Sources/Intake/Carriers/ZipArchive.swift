import Columns
import Definitions

/// *ZIP-archief*: the entries of an archive, from its central directory (APPNOTE 6.3, 4.3.12).
///
/// Read are entries that are stored or packed with DEFLATE, without encryption; numbers that do not
/// fit in the fields of old stand in those of ZIP64 (4.3.14, 4.5.3).
struct ZipArchive: Sendable {
    /// An entry.
    struct Entry: Sendable {
        /// The name with its folders, as text; bytes outside ASCII become question marks.
        let name: String
        /// 0 stored, 8 DEFLATE.
        let method: Int
        let isEncrypted: Bool
        let checksum: UInt32
        let packedSize: Int
        let unpackedSize: Int
        let headerOffset: Int
    }

    let bytes: RandomAccessBytes
    let limits: CarrierLimits
    let entries: [Entry]

    /// The first bytes of an archive with an entry in it.
    static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// Reads the directory at the end of an archive.
    ///
    /// - Throws: ``PieceError`` with the mistake of the archive.
    init(_ bytes: RandomAccessBytes, limits: CarrierLimits) throws(PieceError) {
        self.bytes = bytes
        self.limits = limits
        let tailSize = min(bytes.size, 22 + 65_535)
        let tail = UnsafePieceBuffer(capacity: tailSize + 1)
        try bytes.read(at: bytes.size - tailSize, count: tailSize, into: tail)
        guard let end = ZipArchive.directoryEnd(in: tail) else { throw ZipArchive.damaged }
        let place = try ZipArchive.directory(in: bytes, tail, end: end)
        let (count, size, offset) = (place.count, place.size, place.offset)
        guard count <= limits.entries, size <= 46 * count + 65_535 * 3 * max(count, 1),
            size <= 1 << 28
        else { throw .carrier(CarrierMistake(.tooLarge, subject: String(limits.entries))) }
        guard offset <= bytes.size - size else { throw ZipArchive.damaged }
        let directory = UnsafePieceBuffer(capacity: size + 1)
        try bytes.read(at: offset, count: size, into: directory)
        entries = try ZipArchive.entries(in: directory, count: count)
    }

    static var damaged: PieceError { .carrier(CarrierMistake(.damaged)) }

    /// The entry with a name.
    func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// The bytes of an entry, unpacked as they are asked for.
    func open(_ entry: Entry) throws(PieceError) -> ZipEntryBytes {
        guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
            throw .carrier(CarrierMistake(.unsupported, subject: entry.name))
        }
        guard entry.unpackedSize <= limits.unpackedBytes else {
            throw .carrier(CarrierMistake(.tooLarge, subject: String(limits.unpackedBytes)))
        }
        let header = UnsafePieceBuffer(capacity: 30)
        guard entry.headerOffset <= bytes.size - 30 else { throw ZipArchive.damaged }
        try bytes.read(at: entry.headerOffset, count: 30, into: header)
        guard header.little32(0) == 0x0403_4B50 else { throw ZipArchive.damaged }
        let start = entry.headerOffset + 30 + header.little16(26) + header.little16(28)
        guard start <= bytes.size, entry.packedSize <= bytes.size - start else {
            throw ZipArchive.damaged
        }
        return ZipEntryBytes(
            StretchBytes(bytes, start..<start + entry.packedSize),
            entry: entry,
            limits: limits
        )
    }

    /// The last place that looks like the end of the directory and fits the length behind it.
    private static func directoryEnd(in tail: UnsafePieceBuffer) -> Int? {
        var offset = tail.count - 22
        while offset >= 0 {
            if tail[offset] == 0x50, tail.little32(offset) == 0x0605_4B50,
                offset + 22 + tail.little16(offset + 20) == tail.count
            {
                return offset
            }
            offset -= 1
        }
        return nil
    }

    private static func entries(
        in directory: UnsafePieceBuffer,
        count: Int
    ) throws(PieceError) -> [Entry] {
        var entries: [Entry] = []
        var offset = 0
        for _ in 0..<count {
            guard offset + 46 <= directory.count, directory.little32(offset) == 0x0201_4B50 else {
                throw damaged
            }
            let nameLength = directory.little16(offset + 28)
            let next =
                offset + 46 + nameLength + directory.little16(offset + 30)
                + directory.little16(offset + 32)
            guard next <= directory.count else { throw damaged }
            var name = ""
            for place in offset + 46..<offset + 46 + nameLength {
                let byte = directory[place]
                let isPlain = (0x20...0x7E).contains(byte)
                name.unicodeScalars.append(isPlain ? UnicodeScalar(byte) : "?")
            }
            let sizes = try ZipArchive.sizes(
                in: directory,
                record: offset,
                extra: offset + 46 + nameLength
            )
            entries.append(
                Entry(
                    name: name,
                    method: directory.little16(offset + 10),
                    isEncrypted: directory.little16(offset + 8) & 1 != 0,
                    checksum: UInt32(directory.little32(offset + 16)),
                    packedSize: sizes.packed,
                    unpackedSize: sizes.unpacked,
                    headerOffset: sizes.headerOffset
                )
            )
            offset = next
        }
        return entries
    }
}

extension UnsafePieceBuffer {
    /// A number of two bytes, the lowest first.
    func little16(_ offset: Int) -> Int {
        Int(self[offset]) | Int(self[offset + 1]) << 8
    }

    /// A number of four bytes, the lowest first.
    func little32(_ offset: Int) -> Int {
        little16(offset) | little16(offset + 2) << 16
    }
}
