import Columns
import Domain

extension Rule {
    /// Nobody in a report is likely to be over 110.
    static let isImprobablyOld = Rule(
        "INT-447",
        .query,
        [.birth],
        sources: ["veiligthuis"]
    ) { batch in
        let day = batch.wide(.day)
        let birth = batch.wide(.birth)
        let birthdays = batch.setting.oldest
        return batch.flag(.birth) {
            birth[$0].isDay && day[$0].isDay && day[$0] >= birthdays[birth[$0]]
        }
    }
}
