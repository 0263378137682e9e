import Columns
import Domain

extension Rule {
    /// A service takes ten weeks; more than a year is more likely a mistake in a date.
    static let serviceIsVeryLong = Rule(
        "INT-445",
        .query,
        [.serviceEnd],
        sources: ["veiligthuis"]
    ) { batch in
        let from = batch.wide(.serviceStart)
        let until = batch.wide(.serviceEnd)
        let limit = batch.setting.limit("service-query-days")
        return batch.flag(.serviceEnd) { row in
            from[row].isDay && until[row].isDay && Int(until[row]) - Int(from[row]) > limit
        }
    }
}
