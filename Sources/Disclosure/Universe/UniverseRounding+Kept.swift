import Definitions
import Domain

extension UniverseRounding {
    /// Searches, and counts what was kept.
    mutating func split(
        _ leaves: inout [RoundingSplit.Leaf],
        _ kinds: RoundingSplit.Kinds,
        _ grid: UniverseGrid,
        _ demand: RoundingSplit.Demand,
        _ name: String
    ) throws(UniverseError) -> [Int32] {
        var stream = KeyedStream(key, purpose: "universe \(name) \(period)")
        var search = RoundingSplit(
            base: base,
            kinds: kinds,
            areas: grid.atoms.regions,
            isLarger: grid.isLarger
        )
        let numbers = search.run(&leaves, demand: demand, work: work, stream: &stream)
        guard let numbers else { throw .noRounding(indicator: grid.table.indicator) }
        leafCount += leaves.count
        keptCount += leaves.count { $0.isKept }
        return numbers
    }

    /// Lets leaves that have not changed keep what they were printed as.
    func keep(
        _ leaves: inout [RoundingSplit.Leaf],
        as name: String,
        _ grid: UniverseGrid,
        _ kinds: [String]
    ) {
        let before = earlier.earlier(
            name,
            areas: grid.atoms.names,
            kinds: kinds,
            reference: reference,
            year: grid.table.notes["boundaries"].flatMap { Int($0) } ?? reference.referenceYear
        )
        guard !before.isEmpty else { return }
        for index in leaves.indices {
            let place = Int(leaves[index].area) * kinds.count + Int(leaves[index].kind)
            guard let own = before[place], own.value == leaves[index].value else { continue }
            leaves[index].low = own.printed
            leaves[index].isFree = false
            leaves[index].isKept = true
        }
    }

    /// Writes down what leaves were printed as, for the next vintage.
    mutating func remember(
        _ leaves: [RoundingSplit.Leaf],
        _ numbers: [Int32],
        as name: String,
        _ grid: UniverseGrid,
        _ kinds: [String]
    ) {
        kept.keep(
            KeptCube.Cells(
                areas: grid.atoms.names,
                kinds: kinds,
                rows: zip(leaves, numbers).map {
                    KeptCube.Row(area: $0.area, kind: $0.kind, value: $0.value, printed: $1)
                }
            ),
            as: name
        )
    }
}
