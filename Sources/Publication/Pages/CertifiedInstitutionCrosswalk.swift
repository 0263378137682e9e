/// Which own cell answers to which published figure about certified institutions.
///
/// A dimension that is not named stands at its total. `Z` and `V` are the totals of help without
/// and with residence, which are rounded from the true sum: a sum of rounded figures is not the
/// rounding of the sum.
struct CertifiedInstitutionCrosswalk {
    /// An own cell.
    struct Cell: Sendable {
        let indicator: String
        let codes: [String: String]
        let measure: String
    }

    /// The series of half-years: its items in the order of the published table.
    static let halfYears: [(item: String, cell: Cell)] = [
        ("total_trajectories", cell("BJ-01", "trajectories")),
        ("started", cell("BJ-04", "started")),
        ("started_repeat_use", cell("BJ-04", "repeat")),
        ("ended", cell("BJ-05", "ended")),
        ("ended_as_planned", cell("BJ-05", "ended", ["reason": "01"])),
        ("ended_prematurely", cell("BJ-05", "premature")),
        ("premature_by_agreement", cell("BJ-05", "ended", ["reason": "02"])),
        ("premature_by_client", cell("BJ-05", "ended", ["reason": "03"])),
        ("premature_by_provider", cell("BJ-05", "ended", ["reason": "04"])),
        ("premature_external", cell("BJ-05", "ended", ["reason": "05"])),
    ]

    /// The forms of the table of referrers, in its order.
    static let forms: [(item: String, code: String)] = [
        ("total", "T"), ("without_residence", "Z"), ("neighbourhood_team", "01"),
        ("ambulatory_at_provider", "02"), ("day_care_at_provider", "03"),
        ("in_network_of_youth", "04"), ("with_residence", "V"), ("foster_care", "11"),
        ("family_oriented", "12"), ("closed_placement", "13"), ("other_residence", "14"),
    ]

    /// The referrers of the table, in its order.
    static let referrers: [(item: String, code: String)] = [
        ("total", "T"), ("municipal_access", "01"), ("general_practitioner", "02"),
        ("certified_institution", "04"),
    ]

    private static func cell(
        _ indicator: String,
        _ measure: String,
        _ more: [String: String] = [:]
    ) -> Cell {
        let codes = more.merging(["referrer": "04"]) { code, _ in code }
        return Cell(indicator: indicator, codes: codes, measure: measure)
    }
}
