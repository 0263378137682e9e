/// The shares and durations a fictive country is drawn from: records with their source.
///
/// Read from `synthetic/` in the definitions folder by ``load(from:)``. They make a country
/// plausible; only the calibrated cells are facts.
public struct WorldParameters: Sendable {
    /// A form of youth assistance in the fictive world.
    struct Form: Sendable {
        let code: UInt8
        /// The row of the published table by form.
        let row: String
        let ageLow: Int
        let ageHigh: Int
        /// How readily help of this form ends, against the others.
        let leaveWeight: Int
        let durations: DurationTable
        /// Which referrers stand behind "other", with their weights.
        let otherReferrers: [(code: UInt8, weight: Int)]
    }

    /// A type of protection measure in the fictive world.
    struct MeasureType: Sendable {
        let code: UInt8
        let weight: Int
        let ageLow: Int
        let ageHigh: Int
        let durations: DurationTable
        let reasons: [(code: UInt8, weight: Int)]
    }

    let values: [String: Int]
    let forms: [Form]
    let measureTypes: [MeasureType]
    let reasons: [(code: UInt8, weight: Int)]
    let label: String
    let numberSource: String

    /// A single number by its name; the names were checked at load.
    subscript(_ name: Name) -> Int { values[name.rawValue] ?? 0 }

    /// The numbers that must be there.
    enum Name: String, CaseIterable {
        case countryChildren = "country_children"
        case largestHolderCount = "largest_holder_count"
        case childrenPerHolder = "children_per_holder"
        case nationalHolder = "national_holder_per_mille"
        case again = "again_per_mille"
        case numberUnknown = "number_unknown_per_mille"
        case numberUnborn = "number_unborn_per_hundred_thousand"
        case birthDayUnknown = "birth_day_unknown_per_mille"
        case birthMonthUnknown = "birth_month_unknown_per_mille"
        case sexUnknown = "sex_unknown_per_mille"
        case girls = "girls_per_mille"
        case adult = "adult_per_mille"
        case moved = "moved_per_mille"
        case overlap = "overlap_per_mille"
        case reasonMissing = "reason_missing_per_mille"
        case growth = "growth_per_mille"
        case redelivery = "redelivery_per_cent"
        case firstOmitted = "first_omitted_per_mille"
        case firstStillOpen = "first_still_open_per_mille"
        case firstOtherReason = "first_other_reason_per_mille"
        case firstOtherStart = "first_other_start_per_mille"
        case firstWithdrawn = "first_withdrawn_per_mille"
        case crisis = "crisis_per_mille"
        case outcomeHolder = "outcome_holder_per_mille"
        case outcomeRow = "outcome_row_per_mille"
        case adjoining = "adjoining_per_mille"
        case parallel = "parallel_per_mille"
        case repeatOtherReferrer = "repeat_other_referrer_per_mille"
        case repeatUse = "repeat_per_mille"
        case betweenTargets = "between_targets_starts_per_mille"
        case measuresPerYear = "measures_per_year"
        case institutionCount = "institution_count"
        case measureKnownChild = "measure_known_child_per_mille"
        case measureTransfer = "measure_transfer_per_mille"
        case measureAgain = "measure_again_per_mille"
        case rehabilitationPerYear = "rehabilitation_per_year"
        case reportsPerHalfYear = "reports_per_half_year"
        case advicesPerHalfYear = "advices_per_half_year"
        case reportKnownChild = "report_known_child_per_mille"
        case reportSexualAbuse = "report_sexual_abuse_per_mille"
        case reportPolice = "report_police_per_mille"
        case reportAgain = "report_again_per_mille"
        case contactsPerHalfYear = "contacts_per_half_year"
        case contactMinor = "contact_minor_per_mille"
        case contactAcute = "contact_acute_per_mille"
    }
}
