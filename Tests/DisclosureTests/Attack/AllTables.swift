import Disclosure

/// The slow twin of the attacker: goes through all tables in whole numbers.
struct AllTables {
    /// Cells by their leaves: cell i is the sum of leaves `sums[i]`.
    let sums: [[Int]]
    let leafCount: Int

    /// A table of some dimensions, each of so many parts and a total, and its system.
    static func table(
        _ parts: [Int],
        _ knowledge: (_ sum: [Int]) -> CellKnowledge
    ) -> (AllTables, CellSystem) {
        var keys: [[Int]] = [[]]
        for count in parts { keys = keys.flatMap { key in (0...count).map { key + [$0] } } }
        let leaves = keys.filter { key in zip(key, parts).allSatisfy { $0 < $1 } }
        let sums = keys.map { key in
            leaves.indices.filter { leaf in
                zip(zip(key, parts), leaves[leaf]).allSatisfy { $0.0 == $0.1 || $0.0 == $1 }
            }
        }
        var system = CellSystem(labels: GivenLabels(cells: keys.map { "\($0)" }))
        for sum in sums { system.addCell(knowledge(sum)) }
        for (dimension, count) in parts.enumerated() {
            for (total, key) in keys.enumerated() where key[dimension] == count {
                system.addSum(
                    of: (0..<count).compactMap { part in
                        var other = key
                        other[dimension] = part
                        return keys.firstIndex(of: other)
                    },
                    equals: total
                )
            }
        }
        return (AllTables(sums: sums, leafCount: leaves.count), system)
    }

    /// The least and greatest value of every cell over all tables with a total up to `most` that
    /// agree with what is printed.
    func intervals(_ bounds: [(low: Int, high: Int)], most: Int) -> [(low: Int, high: Int)]? {
        var found: [(low: Int, high: Int)]?
        var leaves = [Int](repeating: 0, count: leafCount)
        func fill(_ leaf: Int, _ left: Int) {
            if leaf == leafCount {
                let values = sums.map { sum in sum.reduce(0) { $0 + leaves[$1] } }
                guard zip(values, bounds).allSatisfy({ $1.low <= $0 && $0 <= $1.high }) else {
                    return
                }
                found =
                    found.map { zip($0, values).map { (min($0.low, $1), max($0.high, $1)) } }
                    ?? values.map { ($0, $0) }
                return
            }
            for value in 0...left {
                leaves[leaf] = value
                fill(leaf + 1, left - value)
            }
            leaves[leaf] = 0
        }
        fill(0, most)
        return found
    }
}

/// Chance for tests, the same on every machine: the generator of Steele, Lea and Flood (2014).
struct TestChance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
