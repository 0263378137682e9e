/// *Fictieve tabel*: one table of the shape in which youth care is published, for measuring and
/// testing disclosure control.
///
/// 410 regions (a country, 12 provinces, 42 youth regions, 355 municipalities; youth regions do not
/// nest in provinces), 12 rows of care, and as the shape says 4 referrers, 3 sexes and 6 ages;
/// totals included. Nothing in it exists.
public struct CareTable: Sendable {
    /// How many dimensions the table has.
    public enum Shape: String, Sendable, CaseIterable {
        /// Region and care: 4 920 cells.
        case small
        /// Also referrer and sex: 59 040 cells.
        case medium
        /// Also age: 354 240 cells.
        case large
    }

    /// A dimension: its codes with the total first, and the parts of each code that is a sum.
    struct Axis: Sendable {
        let name: String
        let codes: [String]
        let hierarchies: [[(parent: Int, children: [Int])]]

        /// The codes above each code, itself included.
        var above: [[Int]] {
            codes.indices.map { code in
                var all: [Int] = [code]
                for hierarchy in hierarchies {
                    var last = code
                    while let branch = hierarchy.first(where: { $0.children.contains(last) }) {
                        if !all.contains(branch.parent) { all.append(branch.parent) }
                        last = branch.parent
                    }
                }
                return all
            }
        }

        /// The codes that are no sums.
        var leaves: [Int] {
            codes.indices.filter { code in
                !hierarchies.contains { $0.contains { $0.parent == code } }
            }
        }
    }

    let axes: [Axis]
    /// The count of each cell, the last dimension fastest; every cell is there, zeros too.
    public let values: [Int32]

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - seed: the seed; the same seed gives the same table on every machine.
    ///   - shape: the dimensions.
    public init(seed: UInt64, shape: Shape) {
        axes = CareTable.axes(shape, seed: seed)
        values = CareTable.draw(axes, seed: seed)
    }

    /// How many cells count 1 to 4.
    public var smallCells: Int { values.count { (1...4).contains($0) } }

    private static func axes(_ shape: Shape, seed: UInt64) -> [Axis] {
        func code(_ prefix: String, _ number: Int, _ digits: Int) -> String {
            let text = "\(number)"
            return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        func flat(_ name: String, _ parts: [String]) -> Axis {
            Axis(
                name: name,
                codes: ["T"] + parts,
                hierarchies: [[(0, Array(1...parts.count))]]
            )
        }
        var random = SeededRandom(seed: seed, stream: 71)
        let provinces = Array(1...12)
        let regions = Array(13...54)
        let municipalities = Array(55...409)
        var inProvince = [[Int]](repeating: [], count: 12)
        var inRegion = [[Int]](repeating: [], count: 42)
        for (index, municipality) in municipalities.enumerated() {
            inProvince[index * 12 / 355].append(municipality)
            // Along the border of a province some municipalities work together across it.
            let shifted = (index + random.below(5)) % 355
            inRegion[shifted * 42 / 355].append(municipality)
        }
        let region = Axis(
            name: "region",
            codes: ["NL01"] + provinces.map { code("PV", $0 + 19, 2) }
                + regions.map { code("JZ", $0 - 12, 2) }
                + municipalities.map { code("GM", $0 - 54, 4) },
            hierarchies: [
                [(0, provinces)] + zip(provinces, inProvince).map { ($0, $1) },
                [(0, regions)] + zip(regions, inRegion).filter { !$1.isEmpty }.map { ($0, $1) },
            ]
        )
        let care = Axis(
            name: "care",
            codes: ["T", "Z", "V"] + (1...9).map { code("", $0, 2) },
            hierarchies: [[(0, [1, 2]), (1, [3, 4, 5, 6, 7]), (2, [8, 9, 10, 11])]]
        )
        let more = [
            flat("referrer", ["1", "2", "3"]), flat("sex", ["M", "V"]),
            flat("age", ["0-3", "4-11", "12-17", "18-22", "23+"]),
        ]
        switch shape {
        case .small: return [region, care]
        case .medium: return [region, care] + more.prefix(2)
        case .large: return [region, care] + more
        }
    }

    /// Draws people one by one: a municipality has a size, a person falls in one leaf of it.
    private static func draw(_ axes: [Axis], seed: UInt64) -> [Int32] {
        var random = SeededRandom(seed: seed, stream: 72)
        let shares: [[Int]] = [
            [], [300, 160, 80, 60, 30, 120, 70, 35, 12], [50, 35, 15], [55, 45],
            [10, 34, 36, 18, 2],
        ]
        let above = axes.map(\.above)
        let leaves = axes.map(\.leaves)
        let cells = axes.reduce(1) { $0 * $1.codes.count }
        let busy = axes.count > 4 ? 3 : 1
        var values = [Int32](repeating: 0, count: cells)
        for (rank, municipality) in leaves[0].enumerated() {
            // Zipf's law for places, shuffled over the country so that no region has them all.
            let place = rank * 151 % 355
            let size = busy * (40 + random.below(40) + 13_500 / (place + 6))
            for _ in 0..<size {
                var indices = [0]
                for (axis, dimension) in axes.enumerated() {
                    let leaf =
                        axis == 0
                        ? municipality : leaves[axis][choose(shares[axis], &random)]
                    indices = indices.flatMap { index in
                        above[axis][leaf].map { index * dimension.codes.count + $0 }
                    }
                }
                for index in indices { values[index] += 1 }
            }
        }
        return values
    }

    private static func choose(_ shares: [Int], _ random: inout SeededRandom) -> Int {
        var rest = random.below(shares.reduce(0, +))
        for (index, share) in shares.enumerated() {
            if rest < share { return index }
            rest -= share
        }
        return 0
    }
}
