/// Pieces of a system in which a cell may find what varies with it, from small to large.
///
/// A large table is cut along its dimension with the most codes. Codes that are parts of the same
/// sums can trade among themselves, so they make a piece with all cells of theirs. Where a code has
/// no such company, as a sum in the middle of a hierarchy, codes are added until no sum has a
/// single one of them.
struct SuppressionPieces {
    /// The code of each cell in the dimension that is cut.
    private let codeOf: [Int]
    private let cellsOf: [[Int]]
    /// The sums among codes: total and parts.
    private let sums: [[Int]]
    private let sumsOf: [[Int]]

    /// The number of cells that a company has at most, if two codes do not have more.
    private static let company = 600

    /// Systems of up to this many cells are not cut.
    static let uncut = 6_000

    init(_ system: CellSystem) {
        let keys = (0..<system.cellCount).map { system.labels.key(ofCell: $0) }
        let dimension = Self.widest(keys)
        var numbers: [String: Int] = [:]
        var codeOf: [Int] = []
        for key in keys {
            let code = dimension.flatMap { key[$0] } ?? ""
            let number = numbers[code] ?? numbers.count
            numbers[code] = number
            codeOf.append(number)
        }
        var cellsOf = [[Int]](repeating: [], count: numbers.count)
        for (cell, code) in codeOf.enumerated() { cellsOf[code].append(cell) }
        var seen = Set<[Int]>()
        var sums: [[Int]] = []
        for relation in 0..<system.relationCount {
            let codes = system.terms(of: relation).map { codeOf[Int(system.cells[$0])] }
            guard Set(codes).count > 1, seen.insert(codes).inserted else { continue }
            sums.append(codes)
        }
        var sumsOf = [[Int]](repeating: [], count: numbers.count)
        for (sum, codes) in sums.enumerated() {
            for code in codes { sumsOf[code].append(sum) }
        }
        self.codeOf = codeOf
        self.cellsOf = cellsOf
        self.sums = sums
        self.sumsOf = sumsOf
    }

    private static func widest(_ keys: [[String: String]]) -> String? {
        var codes: [String: Set<String>] = [:]
        for key in keys {
            for (dimension, code) in key { codes[dimension, default: []].insert(code) }
        }
        return codes.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    /// The code at which a cell stands.
    func code(of cell: Int) -> Int { codeOf[cell] }

    /// The groups of codes that stand in exactly the same sums, of two or more, large ones in
    /// pieces: the cost of a program grows much faster than its size.
    var companies: [[Int]] {
        var groups: [[Int]: [Int]] = [:]
        for code in cellsOf.indices { groups[sumsOf[code], default: []].append(code) }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.flatMap { group in
            let size = max(2, Self.company / max(1, cellsOf[group[0]].count))
            let pieces = (group.count + size - 1) / size
            return (0..<pieces).compactMap { piece in
                // As even as can be, so that no code is left alone.
                let codes = group[group.count * piece / pieces..<group.count * (piece + 1) / pieces]
                return codes.count > 1 ? Array(codes) : nil
            }
        }
    }

    /// A code with others, so that no sum has a single one of them; and some more for choice.
    func closure(of code: Int, more: Int) -> [Int] {
        var chosen: Set<Int> = [code]
        var order = [code]
        var extra = more
        while true {
            var wanted: [Int: Int] = [:]
            var isClosed = true
            for member in order {
                for sum in sumsOf[member] where sums[sum].count(where: chosen.contains) == 1 {
                    isClosed = false
                    for other in sums[sum] where !chosen.contains(other) {
                        wanted[other, default: 0] += 1
                    }
                }
            }
            if isClosed {
                guard extra > 0 else { return order.sorted() }
                extra -= 1
                for member in order {
                    for sum in sumsOf[member] {
                        for other in sums[sum] where !chosen.contains(other) {
                            wanted[other, default: 0] += 1
                        }
                    }
                }
            }
            // Whoever closes most sums and opens fewest; the first of them.
            let best = wanted.keys.sorted().max { one, other in
                score(one, wanted, chosen) < score(other, wanted, chosen)
            }
            guard let best else { return order.sorted() }
            chosen.insert(best)
            order.append(best)
        }
    }

    private func score(_ code: Int, _ wanted: [Int: Int], _ chosen: Set<Int>) -> Int {
        let opened = sumsOf[code].count { sum in !sums[sum].contains(where: chosen.contains) }
        return (wanted[code] ?? 0) * 2 - opened
    }

    /// The cells of some codes, in ascending order.
    func cells(of codes: [Int]) -> [Int] {
        codes.flatMap { cellsOf[$0] }.sorted()
    }
}
