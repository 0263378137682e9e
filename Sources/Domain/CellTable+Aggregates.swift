extension CellTable {
    /// The table with codes added to a dimension that stand for the sum of some of its codes.
    ///
    /// Used for groups that are published as such (forms without and with residence): the sum must
    /// be made before protection, because a sum of rounded figures is not the rounding of the sum.
    ///
    /// - Parameters:
    ///   - groups: the codes of each new code, by the new code.
    ///   - dimension: the name of the dimension; one the table lacks leaves it as it is.
    /// - Returns: the table with the new codes.
    /// - Precondition: the dimension is additive and the new codes are not among its codes.
    public func adding(groups: [String: [String]], to dimension: String) -> CellTable {
        guard let index = dimensions.firstIndex(where: { $0.name == dimension }) else {
            return self
        }
        let old = dimensions[index]
        precondition(old.isAdditive && groups.keys.allSatisfy { !old.codes.contains($0) })
        var wider = dimensions
        wider[index] = Dimension(
            name: old.name,
            codes: old.codes + groups.keys.sorted(),
            isAdditive: true
        )
        let newRadices = [regions.count] + wider.map(\.codes.count) + [measures.count]
        let moved = old.codes.map { wider[index].codes.firstIndex(of: $0) ?? 0 }
        let targets = old.codes.map { code in
            groups.filter { $0.value.contains(code) }
                .compactMap { wider[index].codes.firstIndex(of: $0.key) }
        }
        var sums: [UInt64: Int64] = [:]
        var cells: [(key: UInt64, value: Int64)] = []
        for (key, value) in zip(keys, values) {
            var places = places(of: key)
            let code = places[index + 1]
            places[index + 1] = moved[code]
            cells.append((CellTable.pack(places, radices: newRadices), value))
            guard measures[places[places.count - 1]].isCount else { continue }
            for target in targets[code] {
                places[index + 1] = target
                sums[CellTable.pack(places, radices: newRadices), default: 0] += value
            }
        }
        var table = CellTable(
            indicator: indicator,
            period: period,
            unit: unit,
            dimensions: wider,
            measures: measures,
            regions: regions,
            cells: cells + sums.map { (key: $0.key, value: $0.value) }
        )
        table.notes = notes
        return table
    }
}
