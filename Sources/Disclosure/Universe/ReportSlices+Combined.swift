import Domain

extension ReportSlices {
    /// The printed slices as one table in the form of the whole.
    ///
    /// What no slice has is withheld in every cell, whatever it counts, and never zero.
    ///
    /// - Parameters:
    ///   - printed: the printed table of each slice, in the order of ``slices``.
    ///   - profile: the id of the profile.
    ///   - notice: what must be said on the face of the table.
    /// - Returns: the table that may be shown.
    func combined(
        _ printed: [ProtectedTable],
        profile: String,
        notice: LocalizedText
    ) -> ProtectedTable {
        let radices =
            [form.regions.count] + form.dimensions.map(\.codes.count) + [form.measures.count]
        let layouts = printed.map(\.layout)
        var cells: [(key: UInt64, value: ProtectedTable.Value)] = []
        for key in 0..<UInt64(radices.reduce(1, *)) {
            let places = form.layout.places(of: key)
            let codes = zip(form.dimensions, places.dropFirst()).map { $0.codes[$1] }
            let measure = form.measures[places[places.count - 1]].name
            guard let (slice, own) = source(codes, measure) else {
                cells.append((key, .suppressed))
                continue
            }
            let inner = layouts[slice].key(
                region: form.regions[places[0]],
                codes: own,
                measure: table.measures[slices[slice].whole].name
            )
            guard let inner, let index = CellLayout.index(of: inner, in: printed[slice].keys)
            else { continue }
            cells.append((key, printed[slice].values[index]))
        }
        return ProtectedTable(of: form, cells: cells, profile: profile, notice: notice)
    }

    /// The slice that holds a cell and its codes there; `nil` where none does.
    private func source(_ codes: [String], _ measure: String) -> (slice: Int, codes: [String])? {
        var codes = codes
        if let scope = form.dimensions.firstIndex(where: { $0.name == "scope" }),
            let nature = form.dimensions.firstIndex(where: { $0.name == "nature" }),
            codes[scope] == "T", let twin = twins[codes[nature]]
        {
            codes[scope] = twin
            codes[nature] = "T"
        }
        for (number, slice) in slices.enumerated() {
            let isWhole = table.measures[slice.whole].name == measure
            guard isWhole || slice.parts.contains(where: { table.measures[$0].name == measure })
            else { continue }
            let isIn = form.dimensions.indices.allSatisfy { index in
                if form.dimensions[index].name == "scope" { return codes[index] == slice.scope }
                return slice.dimensions.contains(index) || codes[index] == "T"
            }
            guard isIn else { continue }
            let own = slice.dimensions.map { codes[$0] }
            return (number, slice.parts.isEmpty ? own : own + [isWhole ? "T" : measure])
        }
        return nil
    }
}
