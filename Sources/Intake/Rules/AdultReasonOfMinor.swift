import Columns
import Domain

extension Rule {
    /// Coming of age (01, 11) ends a measure on the 18th birthday.
    static let adultReasonOfMinor = Rule(
        "INT-208",
        .query,
        [.reason],
        sources: ["jeugdbescherming"]
    ) { batch in
        let reason = batch.small(.reason)
        let birth = batch.wide(.birth)
        let end = batch.wide(.end)
        let birthdays = batch.setting.adult
        let margin: UInt16 = 1
        guard batch.setting.has(.birth), batch.setting.has(.end) else { return [] }
        return batch.flag(.reason) { row in
            (reason[row] == 1 || reason[row] == 11) && birth[row].isDay && end[row].isDay
                && end[row] + margin < birthdays[birth[row]]
        }
    }
}
