import Definitions
import Domain

extension UniverseGrid {
    /// The names of the axes.
    var names: Set<String> { Set(axes.map(\.name)) }

    /// What its whole counts; `nil` on a balance.
    var quantity: String? {
        roles.whole.flatMap { roles.quantities[$0] }.map { $0 + (slice?.name ?? "") }
    }

    /// What the units of the whole are some of, in the same cells.
    var containerQuantity: String? {
        if let slice, let whole = roles.whole.flatMap({ roles.quantities[$0] }) {
            return slice.container.map { whole + $0 }
        }
        guard let quantity, let container = definition.population.container else { return nil }
        let prefix = "\(definition.source) \(definition.unit.rawValue) "
        let name = prefix + container.rawValue
        return name == quantity ? nil : name
    }

    /// For each kind its place in a level: the mixed-radix number of its codes on the axes of that
    /// level, in the order of their names.
    func groups(of side: Side, at level: [String]) -> [Int32] {
        let own = level.compactMap { name in axes.firstIndex { $0.name == name } }
        return side.kinds.map { kind in
            own.reduce(Int32(0)) { $0 * Int32(axes[$1].codes.count) + Int32(kind.codes[$1]) }
        }
    }

    /// How many places a level has.
    func size(of level: [String]) -> Int {
        level.reduce(1) { size, name in
            size * (axes.first { $0.name == name }?.codes.count ?? 1)
        }
    }

    /// The codes of the axes of a level.
    func codes(of level: [String]) -> [[String]] {
        level.map { name in axes.first { $0.name == name }?.codes ?? [] }
    }

    /// Numbers of leaves added up to a level, area by area.
    func raised(
        _ numbers: [(area: Int32, kind: Int32, value: Int32)],
        of side: Side,
        to level: [String]
    ) -> [Int32] {
        let places = groups(of: side, at: level)
        let size = size(of: level)
        var sums = [Int32](repeating: 0, count: size * atoms.names.count)
        for number in numbers {
            sums[Int(number.area) * size + Int(places[Int(number.kind)])] += number.value
        }
        return sums
    }

    /// The true counts of the whole at a level, area by area.
    func values(at level: [String]) -> [Int32] {
        guard let side = sides.first else { return [] }
        return raised(side.leaves, of: side, to: level)
    }

    /// The cells of a level of which each place is a part, with room for totals.
    func kinds(at level: [String]) -> RoundingSplit.Kinds {
        let sizes = level.map { name in axes.first { $0.name == name }?.codes.count ?? 1 }
        var kinds = RoundingSplit.Kinds(blockSize: sizes.reduce(1) { $0 * ($1 + 1) })
        for place in 0..<sizes.reduce(1, *) {
            var rest = place
            var codes: [Int] = []
            for size in sizes.reversed() {
                codes.insert(rest % size, at: 0)
                rest /= size
            }
            var spots: [Int32] = [0]
            for (code, size) in zip(codes, sizes) {
                spots = spots.flatMap {
                    [
                        $0 * Int32(size + 1) + Int32(code),
                        $0 * Int32(size + 1) + Int32(size),
                    ]
                }
            }
            kinds.append(spots)
        }
        return kinds
    }

    /// The kinds of a side, for a search.
    func kinds(of side: Side) -> RoundingSplit.Kinds {
        var kinds = RoundingSplit.Kinds(blockSize: blockSize)
        for kind in side.kinds { kinds.append(kind.spots) }
        return kinds
    }

    /// For each region of the table whether it holds more than one area.
    var isLarger: [Bool] {
        var counts = [Int](repeating: 0, count: table.regions.count)
        for regions in atoms.regions { for row in regions { counts[Int(row)] += 1 } }
        return counts.map { $0 > 1 }
    }

    /// A kind as it is kept: its codes by name, and its part.
    func keptName(_ kind: Kind) -> String {
        let codes = zip(axes, kind.codes).map { "\($0.name)=\($0.codes[$1])" }
        return codes.joined(separator: ",")
    }
}
