import Definitions
import Domain

/// Makes the table that may be shown from the sums of printed leaves.
struct UniversePrinter {
    let grid: UniverseGrid
    /// The printed numbers, in the order of the table's keys.
    let sums: [Int64]
    let profile: DisclosureProfile
    let key: CubeKey

    /// The table.
    ///
    /// Figures that are refused by the profile have no place in it at all: a mark in their stead
    /// would tell where the true count is not zero.
    func table() -> ProtectedTable {
        let table = grid.table
        let width = table.measures.count
        let shown = table.measures.indices.filter { isShown($0) }
        let derivation = DerivedMeasures(measures: table.measures, profile: profile)
        var original = [UInt64: Int64]()
        for (key, value) in zip(table.keys, table.values)
        where !table.measures[Int(key % UInt64(width))].isCount {
            original[key] = value
        }
        let hasDerived = shown.contains { !table.measures[$0].isCount }
        var cells: [(key: UInt64, value: ProtectedTable.Value)] = []
        for place in 0..<sums.count / width {
            var row = CellRow(width: width)
            var isEmpty = true
            for measure in 0..<width {
                let key = place * width + measure
                if table.measures[measure].isCount {
                    row.shown[measure] = .shown(counted(key, measure))
                    if row.shown[measure] != .shown(0) { isEmpty = false }
                } else if hasDerived, let value = original[UInt64(key)] {
                    row.original[measure] = value
                    isEmpty = false
                }
            }
            guard !isEmpty else { continue }
            if hasDerived { derivation.fill(&row) }
            for (column, measure) in shown.enumerated() {
                // A mark for what cannot be worked out would tell where the true count is not zero.
                guard case .shown(let number) = row.shown[measure], number != 0 else { continue }
                let value = ProtectedTable.Value.shown(number)
                cells.append((UInt64(place * shown.count + column), value))
            }
        }
        return ProtectedTable(
            of: table,
            measures: shown.map { table.measures[$0] },
            cells: cells,
            profile: profile.id,
            notice: profile.notice
        )
    }

    /// The printed number of a cell; what stands for the country alone is rounded by the key.
    private func counted(_ key: Int, _ measure: Int) -> Int64 {
        guard grid.roles.countryOnly.contains(measure) else { return sums[key] }
        let value = grid.dense[key]
        let base = Int64(profile.roundingBase)
        guard value % base != 0 else { return value }
        let name = "\(grid.table.indicator) \(grid.table.period) \(key)"
        var stream = KeyedStream(self.key, purpose: "single \(name) \(value)")
        let isUp = stream.below(Int(base)) < Int(value % base)
        return value / base * base + (isUp ? base : 0)
    }

    /// Whether a measure may stand in the table at all.
    private func isShown(_ measure: Int) -> Bool {
        let own = grid.table.measures[measure]
        if own.isCount { return true }
        if case .percent = own.derivation {
            return profile.rules[.percentages]?.decision == .fromProtected
        }
        switch own.name {
        case "population": return true
        case "per_1000": return profile.rules[.rates]?.decision == .fromProtected
        default: return false
        }
    }

    /// How far the printed counts are from the true ones.
    func quality() -> UniverseOutcome.Quality {
        let width = grid.table.measures.count
        let isLarger = grid.isLarger
        var cells = 0
        var total: Int64 = 0
        var largest: [Int64] = [0, 0]
        for index in sums.indices where sums[index] != 0 || grid.dense[index] != 0 {
            guard !grid.roles.countryOnly.contains(index % width) else { continue }
            let error = abs(sums[index] - grid.dense[index])
            let place = isLarger[index / grid.blockSize] ? 1 : 0
            largest[place] = max(largest[place], error)
            total += error
            cells += 1
        }
        return UniverseOutcome.Quality(
            indicator: grid.table.indicator,
            period: grid.table.period.description,
            cells: cells,
            largestInAreas: Int(largest[0]),
            largestInRegions: Int(largest[1]),
            meanError: cells == 0
                ? 0 : (Double(total) / Double(cells) * 10_000).rounded() / 10_000
        )
    }
}
