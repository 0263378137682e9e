import Columns
import Domain

extension Rule {
    /// The term is five working days; much later is more likely a mistake in a date.
    ///
    /// Whether the term was kept is no rule on data but an indicator (VT-03).
    static let assessmentIsVeryLate = Rule(
        "INT-444",
        .query,
        [.assessed],
        sources: ["veiligthuis"]
    ) { batch in
        let day = batch.wide(.day)
        let value = batch.wide(.assessed)
        let limit = batch.setting.limit("assessment-query-days")
        return batch.flag(.assessed) { row in
            day[row].isDay && value[row].isDay && Int(value[row]) - Int(day[row]) > limit
        }
    }
}
