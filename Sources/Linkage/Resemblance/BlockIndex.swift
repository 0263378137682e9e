/// Finds the candidates of a record: each once, though several blocks may lead to it.
struct BlockIndex: Sendable {
    private struct Block: Sendable {
        /// The keys of the first side, ascending, and the records they belong to.
        let keys: [UInt64]
        let records: [UInt32]
        /// Where the keys begin that have the same first bits.
        let starts: [UInt32]
        let shift: UInt64
        let left: [UInt64]
        let right: [UInt64]
    }

    private static let mixing: UInt64 = 0x9E37_79B9_7F4A_7C15

    private let blocks: [Block]

    /// Records of the second side.
    let rightCount: Int

    init(_ given: [ResemblanceLinkage.Block]) {
        rightCount = given.first?.right.count ?? 0
        blocks = given.map { block in
            // Keys are spread by a multiplication, so that those of equal bits stand together and
            // few others with them.
            let mixed = block.left.map { $0 &* BlockIndex.mixing }
            let there = block.left.indices.filter { block.left[$0] != 0 }
            let sorted = there.sorted { (mixed[$0], $0) < (mixed[$1], $1) }
            var bits: UInt64 = 1
            while bits < 22, 1 << bits < there.count { bits += 1 }
            var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
            for record in sorted { starts[Int(mixed[record] >> (64 - bits)) + 1] += 1 }
            for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
            return Block(
                keys: sorted.map { block.left[$0] },
                records: sorted.map { UInt32($0) },
                starts: starts,
                shift: 64 - bits,
                left: block.left,
                right: block.right
            )
        }
    }

    /// Calls `found` with each candidate of a record of the second side.
    func candidates(of right: Int, _ found: (Int) -> Void) {
        for (place, block) in blocks.enumerated() {
            let key = block.right[right]
            guard key != 0 else { continue }
            let bucket = Int((key &* BlockIndex.mixing) >> block.shift)
            for position in Int(block.starts[bucket])..<Int(block.starts[bucket + 1])
            where block.keys[position] == key {
                let left = Int(block.records[position])
                // What an earlier block led to has been seen.
                let isSeen = blocks[..<place].contains {
                    $0.right[right] != 0 && $0.left[left] == $0.right[right]
                }
                if !isSeen { found(left) }
            }
        }
    }
}
