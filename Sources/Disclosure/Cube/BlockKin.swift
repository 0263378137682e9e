/// Which blocks share prominent sums.
struct BlockKin {
    private var starts: [Int32] = []
    private var members: [Int32] = []
    private var sums: [[Int32]]

    init(_ state: RoundingState) {
        let count = max(0, state.blocks.count - 1)
        sums = (0..<count).map { block in
            let leaf = Int(state.blocks[block])
            return Array(state.terms[Int(state.middles[leaf])..<Int(state.starts[leaf + 1])])
        }
        let cells = (sums.joined().max() ?? -1) + 1
        starts = Array(repeating: 0, count: Int(cells) + 1)
        for sum in sums.joined() { starts[Int(sum) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        members = Array(repeating: 0, count: sums.reduce(0) { $0 + $1.count })
        var next = starts
        for (block, own) in sums.enumerated() {
            for sum in own {
                members[Int(next[Int(sum)])] = Int32(block)
                next[Int(sum)] += 1
            }
        }
    }

    /// A block that shares a sum with another, as two numbers of chance say; itself where it shares
    /// none.
    func partner(of block: Int, _ chance: Int, _ more: Int) -> Int {
        let own = sums[block]
        guard !own.isEmpty else { return block }
        let sum = Int(own[chance % own.count])
        let size = Int(starts[sum + 1] - starts[sum])
        return Int(members[Int(starts[sum]) + more % size])
    }
}
