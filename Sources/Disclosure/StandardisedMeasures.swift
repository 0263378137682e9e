import Domain

/// Works shares at equal ages out again from the counts that are shown.
///
/// Such a share rests on every age class of its group and of the region as a whole. When one of
/// these is withheld, so is the share: otherwise it would tell what the cell does not.
struct StandardisedMeasures {
    private struct Share {
        let measure: Int
        let numerator: Int
        let denominator: Int
    }

    private let shares: [Share]
    /// How far apart two age classes lie, how many codes age has, and the number of its total.
    private let stride: UInt64
    private let size: UInt64
    private let total: UInt64
    /// The numbers of the known age classes.
    private let classes: [UInt64]
    /// Cells of one region, and how far the cell with every dimension on its total lies.
    private let block: UInt64
    private let whole: UInt64

    /// Prepares the work for a table; `nil` when it has no such measure.
    init?(_ table: CellTable) {
        func count(_ name: String) -> Int? {
            table.measures.firstIndex { $0.name == name && $0.isCount }
        }
        shares = table.measures.enumerated().compactMap { index, measure in
            guard case .ageStandardised(let numerator, let denominator) = measure.derivation,
                let part = count(numerator), let all = count(denominator)
            else { return nil }
            return Share(measure: index, numerator: part, denominator: all)
        }
        guard !shares.isEmpty,
            let age = table.dimensions.firstIndex(where: { $0.name == "age" }),
            let total = table.dimensions[age].codes.firstIndex(of: "T")
        else { return nil }
        var strides: [UInt64] = []
        var block: UInt64 = 1
        for dimension in table.dimensions.reversed() {
            strides.insert(block, at: 0)
            block *= UInt64(dimension.codes.count)
        }
        self.block = block
        stride = strides[age]
        size = UInt64(table.dimensions[age].codes.count)
        self.total = UInt64(total)
        classes = table.dimensions[age].codes.enumerated()
            .filter { $0.element != "T" && $0.element != "U" }.map { UInt64($0.offset) }
        whole = zip(table.dimensions, strides).reduce(0) { sum, next in
            sum + UInt64(next.0.codes.firstIndex(of: "T") ?? 0) * next.1
        }
    }

    /// Fills the shares in, on age `T`.
    func fill(_ rows: inout [(place: UInt64, row: CellRow)]) {
        let known = Dictionary(rows.map { ($0.place, $0.row) }) { first, _ in first }
        for index in rows.indices where rows[index].place / stride % size == total {
            let place = rows[index].place
            for share in shares {
                rows[index].row.shown[share.measure] = value(of: share, at: place, known)
            }
        }
    }

    private func value(
        of share: Share,
        at place: UInt64,
        _ rows: [UInt64: CellRow]
    ) -> ProtectedTable.Value? {
        let region = place / block * block + whole
        var strata: [AgeStandardisation.Stratum] = []
        for number in classes {
            func row(_ place: UInt64) -> CellRow? {
                rows[place - total * stride + number * stride]
            }
            let group = row(place)
            let values = [
                group?.shown[share.numerator], group?.shown[share.denominator],
                row(region)?.shown[share.denominator],
            ].map { $0 ?? .shown(0) }
            guard case .shown(let part) = values[0], case .shown(let all) = values[1],
                case .shown(let weight) = values[2]
            else { return .suppressed }
            strata.append(
                AgeStandardisation.Stratum(numerator: part, denominator: all, weight: weight)
            )
        }
        return AgeStandardisation.tenthsOfPercent(strata).map { .shown($0) }
    }
}
