import Columns
import Definitions

/// The bytes of an archive's entry, unpacked as they are asked for and never more than allowed.
///
/// What its directory says of an entry is not believed: what comes out is counted, and compared
/// with the size and checksum that were promised.
final class ZipEntryBytes: ByteSource {
    private let packed: StretchBytes
    private let entry: ZipArchive.Entry
    private let limits: CarrierLimits
    private let input = UnsafePieceBuffer(capacity: 1 << 16)
    private var offset = 0
    private let inflater: UnsafeInflater?
    private var made = 0
    private var checksum: UInt32 = 0
    private var isAtEnd = false

    init(_ packed: StretchBytes, entry: ZipArchive.Entry, limits: CarrierLimits) {
        self.packed = packed
        self.entry = entry
        self.limits = limits
        inflater = entry.method == 8 ? UnsafeInflater() : nil
    }

    var expectedSize: Int { entry.unpackedSize - min(made, entry.unpackedSize) }

    func fill(_ piece: UnsafePieceBuffer, limit: Int) throws(PieceError) -> Int {
        let wanted = min(limit, piece.room)
        var done = 0
        while done < wanted, !isAtEnd {
            let before = piece.count
            try unpack(into: piece, limit: wanted - done)
            let count = piece.count - before
            done += count
            made += count
            guard made <= limits.unpackedBytes,
                made <= limits.ratioFreeBytes
                    || made / limits.unpackedRatio <= max(entry.packedSize, 1)
            else {
                isAtEnd = true
                throw .carrier(
                    CarrierMistake(.tooLarge, subject: String(limits.unpackedBytes))
                )
            }
            guard made <= entry.unpackedSize else { throw damaged() }
            if isAtEnd {
                let found = inflater?.crc ?? checksum
                guard made == entry.unpackedSize, found == entry.checksum else { throw damaged() }
            }
        }
        return done
    }

    private func unpack(into piece: UnsafePieceBuffer, limit: Int) throws(PieceError) {
        guard let inflater else {
            let before = piece.count
            isAtEnd = try packed.fill(piece, limit: limit) == 0
            checksum = crc32(checksum, piece, before..<piece.count)
            return
        }
        var isDry = false
        if offset == input.count {
            input.wipe()
            offset = 0
            isDry = try packed.fill(input, limit: input.capacity) == 0
        }
        let count = inflater.unpack(input, at: &offset, into: piece, limit: limit)
        switch inflater.state {
        case .ended: isAtEnd = true
        case .damaged: throw damaged()
        case .more: if isDry, count == 0 { throw damaged() }
        }
    }

    private func damaged() -> PieceError {
        isAtEnd = true
        return .carrier(CarrierMistake(.damaged, subject: entry.name))
    }
}
