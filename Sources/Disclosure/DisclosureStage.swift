public import Definitions
public import Domain

/// Turns counts into figures that may be shown.
public struct DisclosureStage: Sendable {
    private let profile: DisclosureProfile

    /// Creates the stage for a profile.
    ///
    /// - Precondition: the profile protects each number by itself; a profile that protects tables
    ///   as a whole must not be applied number by number.
    public init(profile: DisclosureProfile) {
        precondition(profile.method == .independent, "not a profile for single numbers")
        self.profile = profile
    }

    /// Withholds small counts and rounds each of the rest by itself.
    ///
    /// A derived figure (a rate, a mean) is withheld with the count that carries it, and a rate is
    /// worked out again from what is shown. This first form is primary protection only: margins
    /// give withheld cells away, which the notice of the table says.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public func run(_ table: CellTable) -> ProtectedTable {
        let rule = PrimaryRule(threshold: profile.threshold, base: profile.roundingBase)
        let derivation = DerivedMeasures(measures: table.measures, profile: profile)
        let width = UInt64(table.measures.count)
        var rows: [(place: UInt64, row: CellRow)] = []
        var start = 0
        while start < table.keys.count {
            // The measure is the last place of a key, so the measures of one cell are neighbours.
            let place = table.keys[start] / width
            var row = CellRow(width: table.measures.count)
            var end = start
            while end < table.keys.count, table.keys[end] / width == place {
                let measure = Int(table.keys[end] % width)
                row.original[measure] = table.values[end]
                if table.measures[measure].isCount {
                    row.shown[measure] = rule.protect(table.values[end])
                }
                end += 1
            }
            derivation.fill(&row)
            rows.append((place, row))
            start = end
        }
        StandardisedMeasures(table)?.fill(&rows)
        CohortRows(table, threshold: profile.threshold)?.withhold(&rows)
        var cells: [(key: UInt64, value: ProtectedTable.Value)] = []
        cells.reserveCapacity(table.keys.count)
        for (place, row) in rows {
            for (measure, value) in row.shown.enumerated() {
                guard let value, value != .shown(0) else { continue }
                cells.append((place * width + UInt64(measure), value))
            }
        }
        return ProtectedTable(
            of: table,
            cells: cells,
            profile: profile.id,
            notice: profile.notice
        )
    }
}
