import Definitions
import Domain

/// The measures of one cell: as counted, and as far as they are shown.
struct CellRow {
    /// The values as counted, one to a measure; `nil` where absent.
    var original: [Int64?]
    /// What is shown, one to a measure; `nil` where absent.
    var shown: [ProtectedTable.Value?]

    init(width: Int) {
        original = Array(repeating: nil, count: width)
        shown = Array(repeating: nil, count: width)
    }
}

/// Decides for each figure that is not a count whether its cell may carry it.
///
/// Known by how they follow from counts, or by their names in the table contract; a measure that is
/// not known here is withheld, so that a new one cannot slip out unprotected. A share is worked out
/// again from the counts that are shown; what is brought to equal ages is left to
/// ``StandardisedMeasures``, which sees the other cells.
struct DerivedMeasures {
    private let measures: [CellTable.Measure]
    private let ended: Int?
    private let youths: Int?
    private let population: Int?
    private let study: StudyMeasures?

    init(measures: [CellTable.Measure], profile: DisclosureProfile) {
        self.measures = measures
        study = StudyMeasures(measures, profile: profile)
        ended = measures.firstIndex { $0.name == "ended" && $0.isCount }
        youths = measures.firstIndex { $0.name == "youths" && $0.isCount }
        population = measures.firstIndex { $0.name == "population" && !$0.isCount }
    }

    /// Fills in the derived figures of a cell whose counts have been protected.
    func fill(_ row: inout CellRow) {
        if let study { return study.fill(&row) }
        for (index, measure) in measures.enumerated() where !measure.isCount {
            if let derivation = measure.derivation {
                row.shown[index] = derived(derivation, row, original: row.original[index])
                continue
            }
            switch measure.name {
            case "population":
                // A public figure of somebody else.
                row.shown[index] = row.original[index].map { .shown($0) }
            case "per_1000":
                row.shown[index] = rate(row, decimals: measure.decimals)
            case "mean_days", "median_days":
                row.shown[index] = row.original[index].map { value in
                    isShown(row, ended) ? .shown(value) : .suppressed
                }
            default:
                row.shown[index] = row.original[index].map { _ in .suppressed }
            }
        }
    }

    private func derived(
        _ derivation: CellTable.Derivation,
        _ row: CellRow,
        original: Int64?
    ) -> ProtectedTable.Value? {
        switch derivation {
        case .percent(let numerator, let denominator):
            return percent(row, count(numerator), count(denominator))
        case .mean(let count):
            return original.map { isShown(row, self.count(count)) ? .shown($0) : .suppressed }
        case .ageStandardised:
            return original.map { _ in .suppressed }
        }
    }

    /// The place of a count by its name.
    private func count(_ name: String) -> Int? {
        measures.firstIndex { $0.name == name && $0.isCount }
    }

    /// One shown count in per cent of another, in tenths; withheld with either, and `nil` where
    /// there is nothing to divide by.
    ///
    /// Worked out also where the true share rounds to zero, as a rate is.
    private func percent(
        _ row: CellRow,
        _ numerator: Int?,
        _ denominator: Int?
    ) -> ProtectedTable.Value? {
        guard let numerator, let denominator, let all = row.shown[denominator] else { return nil }
        guard case .shown(let whole) = all else { return .suppressed }
        guard let counted = row.shown[numerator] else { return nil }
        guard case .shown(let part) = counted, whole > 0 else { return .suppressed }
        return .shown((part * 2_000 + whole) / (whole * 2))
    }

    /// The rate from the shown numerator, or withheld with it; `nil` where there is neither.
    ///
    /// Worked out also where the true rate rounds to zero and its cell is absent: a zero beside a
    /// withheld numerator would say that the numerator is small.
    private func rate(_ row: CellRow, decimals: Int) -> ProtectedTable.Value? {
        guard let youths, let numerator = row.shown[youths] else { return nil }
        guard case .shown(let shown) = numerator, let population,
            let denominator = row.original[population], denominator > 0
        else { return .suppressed }
        let scale = (0..<decimals).reduce(Int64(1000)) { scale, _ in scale * 10 }
        return .shown((shown * scale * 2 + denominator) / (denominator * 2))
    }

    private func isShown(_ row: CellRow, _ measure: Int?) -> Bool {
        guard let measure, case .shown = row.shown[measure] else { return false }
        return true
    }
}
