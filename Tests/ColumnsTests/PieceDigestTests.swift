import Columns
import Crypto
import Testing

@Suite struct PieceDigestTests {
    private let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))

    private func tag(_ bytes: [UInt8], _ digest: PieceDigest) -> [UInt8] {
        let piece = UnsafePieceBuffer(capacity: bytes.count + 1)
        for byte in bytes { piece.append(byte) }
        return digest.tag(of: piece)
    }

    private func code(_ pieces: [[UInt8]], _ digest: PieceDigest) -> [UInt8] {
        digest.code(ofPieces: pieces.map { tag($0, digest) })
    }

    @Test func `a changed bit, a longer piece and another order give another code`() {
        let digest = PieceDigest(key: key)
        let pieces = [(0..<100).map { UInt8($0) }, [9, 8, 7]]
        let known = code(pieces, digest)
        #expect(known == code(pieces, PieceDigest(key: key)))
        for place in pieces[0].indices {
            var other = pieces
            other[0][place] ^= 1
            #expect(code(other, digest) != known)
        }
        #expect(code([pieces[0] + [0], pieces[1]], digest) != known)
        #expect(code([pieces[1], pieces[0]], digest) != known)
        #expect(code([pieces[0]], digest) != known)
    }

    @Test func `another key gives another code, and the code is no tag`() {
        let digest = PieceDigest(key: key)
        let other = PieceDigest(key: SymmetricKey(data: [UInt8](repeating: 8, count: 32)))
        #expect(code([[1, 2, 3]], digest) != code([[1, 2, 3]], other))
        // Tags must never leave: with the nonce that is always the same they would give the key away.
        let shown = code([[1, 2, 3]], digest)
        #expect(shown.count == 32)
        #expect(Array(shown.prefix(16)) != tag([1, 2, 3], digest))
    }
}
