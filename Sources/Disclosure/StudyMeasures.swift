import Definitions
import Domain

/// Decides whether the figures of a study or cohort may stand in a cell.
///
/// By the unweighted numbers of files or persons: they must be shown, and at least the minimum of the
/// profile's rule; and none of those with and without the trait may be withheld. A figure that
/// rounds to zero is withheld with the others, because a zero beside a withheld number would say
/// that it is small. Known by the measures `files` or `persons`,
/// and `status`; `status` itself says what there
/// is, and is open.
struct StudyMeasures {
    /// The figures of study tables.
    static let figures: Set<String> = [
        "estimate", "lower", "upper", "bound_lower", "bound_upper", "total", "total_lower",
        "total_upper", "alpha", "alpha_lower", "alpha_upper", "percent", "alone",
        "target",
    ]
    /// Those that only a figure with an interval has.
    private static let limits: Set<String> = ["lower", "upper", "total_lower", "total_upper"]

    private let measures: [CellTable.Measure]
    private let files: Int
    private let status: Int
    private let parts: [Int]
    private let minimum: Int64

    /// `nil` when the table is not of a study.
    init?(_ measures: [CellTable.Measure], profile: DisclosureProfile) {
        let whole = measures.firstIndex { ["files", "persons"].contains($0.name) && $0.isCount }
        guard let files = whole,
            let status = measures.firstIndex(where: { $0.name == "status" && !$0.isCount })
        else { return nil }
        self.measures = measures
        self.files = files
        self.status = status
        let unit = measures[files].name
        parts = measures.indices.filter {
            ["\(unit)_with", "\(unit)_without"].contains(measures[$0].name) && measures[$0].isCount
        }
        let rule = profile.rules[.studyEstimates]
        let isKnown = rule?.decision == .withCount
        minimum = isKnown ? Int64(max(rule?.minimum ?? 0, profile.threshold)) : .max
    }

    /// Fills in the figures of a cell whose counts have been protected.
    func fill(_ row: inout CellRow) {
        row.shown[status] = row.original[status].map { .shown($0) }
        guard let kind = row.original[status], kind > 0 else { return }
        let isLarge = (row.original[files] ?? 0) >= minimum
        let isShown = isLarge && ([files] + parts).allSatisfy { row.shown[$0] != .suppressed }
        for (index, measure) in measures.enumerated()
        where StudyMeasures.figures.contains(measure.name) && !measure.isCount {
            let hasLimits = kind > 1 || !StudyMeasures.limits.contains(measure.name)
            guard hasLimits else { continue }
            row.shown[index] = isShown ? .shown(row.original[index] ?? 0) : .suppressed
        }
    }
}
