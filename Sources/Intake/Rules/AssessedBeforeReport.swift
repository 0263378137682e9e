import Columns
import Domain

extension Rule {
    /// A report is assessed on its day or later.
    static let assessedBeforeReport = Rule(
        "INT-437",
        .query,
        [.assessed],
        sources: ["veiligthuis"]
    ) { batch in
        let day = batch.wide(.day)
        let value = batch.wide(.assessed)
        return batch.flag(.assessed) {
            day[$0].isDay && value[$0].isDay && value[$0] < day[$0]
        }
    }
}
