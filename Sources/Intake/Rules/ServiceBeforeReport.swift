import Columns
import Domain

extension Rule {
    /// A service starts on the day of its report or later.
    static let serviceBeforeReport = Rule(
        "INT-438",
        .query,
        [.serviceStart],
        sources: ["veiligthuis"]
    ) { batch in
        let day = batch.wide(.day)
        let value = batch.wide(.serviceStart)
        return batch.flag(.serviceStart) {
            day[$0].isDay && value[$0].isDay && value[$0] < day[$0]
        }
    }
}
