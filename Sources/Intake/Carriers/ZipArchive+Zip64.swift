import Columns
import Definitions

/// Numbers of an archive that stand in fields of eight bytes (ZIP64, APPNOTE 6.3).
///
/// A field of old that is full of ones says that the number stands elsewhere. Programs that write an
/// archive as a stream do so however small it is.
extension ZipArchive {
    /// Where the directory lies, with the number of its records and its size in bytes.
    struct DirectoryPlace {
        let count: Int
        let size: Int
        let offset: Int
    }

    /// Beyond any file, and far from where sums of two would not fit.
    private static let largest = 1 << 60

    /// Finds the directory by its end record, or by that of ZIP64 (4.3.14 and 4.3.15).
    static func directory(
        in bytes: RandomAccessBytes,
        _ tail: UnsafePieceBuffer,
        end: Int
    ) throws(PieceError) -> DirectoryPlace {
        let place = DirectoryPlace(
            count: tail.little16(end + 10),
            size: tail.little32(end + 12),
            offset: tail.little32(end + 16)
        )
        guard place.count == 0xFFFF || place.size == 0xFFFF_FFFF || place.offset == 0xFFFF_FFFF
        else { return place }
        let locator = end - 20
        // A directory of 65 535 records needs no ZIP64 to be what it says.
        guard locator >= 0, tail.little32(locator) == 0x0706_4B50 else { return place }
        let start = try little64(tail, locator + 8)
        guard start <= bytes.size - 56 else { throw damaged }
        let record = UnsafePieceBuffer(capacity: 57)
        try bytes.read(at: start, count: 56, into: record)
        guard record.little32(0) == 0x0606_4B50 else { throw damaged }
        return DirectoryPlace(
            count: try little64(record, 32),
            size: try little64(record, 40),
            offset: try little64(record, 48)
        )
    }

    /// The sizes of an entry and where it begins, from its record or from the field beside it.
    ///
    /// Only the numbers that are full of ones in the record stand in the field, in this order:
    /// unpacked, packed, begin (4.5.3).
    static func sizes(
        in directory: UnsafePieceBuffer,
        record: Int,
        extra: Int
    ) throws(PieceError) -> (packed: Int, unpacked: Int, headerOffset: Int) {
        var numbers = [24, 20, 42].map { directory.little32(record + $0) }
        let missing = numbers.indices.filter { numbers[$0] == 0xFFFF_FFFF }
        guard !missing.isEmpty else { return (numbers[1], numbers[0], numbers[2]) }
        let end = extra + directory.little16(record + 30)
        var offset = extra
        while offset + 4 <= end {
            let length = directory.little16(offset + 2)
            guard offset + 4 + length <= end else { throw damaged }
            if directory.little16(offset) == 1 {
                guard length >= 8 * missing.count else { throw damaged }
                for (index, number) in missing.enumerated() {
                    numbers[number] = try little64(directory, offset + 4 + 8 * index)
                }
                return (numbers[1], numbers[0], numbers[2])
            }
            offset += 4 + length
        }
        throw damaged
    }

    /// A number of eight bytes, the lowest first, that a file can have.
    private static func little64(
        _ buffer: UnsafePieceBuffer,
        _ offset: Int
    ) throws(PieceError) -> Int {
        let high = buffer.little32(offset + 4)
        guard high < largest >> 32 else { throw damaged }
        return buffer.little32(offset) | high << 32
    }
}
