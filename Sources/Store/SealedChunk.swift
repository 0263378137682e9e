import Columns
import Crypto
import Foundation

/// Sealing and opening of one chunk of a column.
///
/// AES-256-GCM with a random nonce under the random key of its segment. What the chunk is (store,
/// segment, deliveries with their vintages, column, place) is bound in as associated data, so that
/// a chunk put in another's place does not open.
struct SealedChunk {
    /// Rows, or persons, in a chunk.
    static let size = 131_072

    /// Bytes in the random key of a segment.
    static let keyBytes = 32

    let key: SymmetricKey
    let binding: [UInt8]
    let segment: Int64

    /// Binds the chunks to the id and vintage of each delivery in the segment, in order.
    init(
        key: SymmetricKey,
        store: StoreIdentity,
        segment: Int64,
        deliveries: [(id: Int64, vintage: Int)]
    ) {
        self.key = key
        self.segment = segment
        let list = deliveries.map { "\($0.id).\($0.vintage)" }.joined(separator: ",")
        let digest = SHA256.hash(data: Array("ijkpunt/1 segment \(segment) \(list)".utf8))
        binding = store.bytes + Array(digest)
    }

    func seal(_ bytes: [UInt8], column: String, part: Int) throws -> Data {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: data(column, part))
        return box.combined ?? Data()
    }

    func open(_ sealed: Data, column: String, part: Int) throws(StoreError) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            return try Array(AES.GCM.open(box, using: key, authenticating: data(column, part)))
        } catch {
            throw .damagedChunk(segment: segment, column: column, part: part)
        }
    }

    private func data(_ column: String, _ part: Int) -> [UInt8] {
        binding + Array("\(column):\(part)".utf8)
    }

    /// Pseudonyms as bytes, sixteen each.
    static func bytes(of pseudonyms: ArraySlice<Pseudonym>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pseudonyms.count * 16)
        for pseudonym in pseudonyms {
            for half in [pseudonym.high, pseudonym.low] {
                var shift: UInt64 = 64
                while shift > 0 {
                    shift -= 8
                    bytes.append(UInt8(truncatingIfNeeded: half >> shift))
                }
            }
        }
        return bytes
    }

    /// Pseudonyms from bytes, sixteen each.
    static func pseudonyms(of bytes: [UInt8]) -> [Pseudonym] {
        let span = bytes.span
        return (0..<bytes.count / 16).map { index in
            var halves: (UInt64, UInt64) = (0, 0)
            for offset in 0..<8 {
                halves.0 = halves.0 << 8 | UInt64(span[index * 16 + offset])
                halves.1 = halves.1 << 8 | UInt64(span[index * 16 + 8 + offset])
            }
            return Pseudonym(high: halves.0, low: halves.1)
        }
    }
}
