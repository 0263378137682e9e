import Columns
import Domain

extension Rule {
    /// Rehabilitation ends before the 23rd birthday; later it is adult probation.
    static let rehabilitationOfAdult = Rule(
        "INT-606",
        .query,
        [.end],
        sources: ["jeugdreclassering"]
    ) { batch in
        let end = batch.wide(.end)
        let birth = batch.wide(.birth)
        let birthdays = batch.setting.oldest
        let last = batch.setting.periodEnd
        guard batch.setting.has(.birth) else { return [] }
        return batch.flag(.end) { row in
            let until = end[row].isDay ? end[row] : last
            return birth[row].isDay && until > birthdays[birth[row]]
        }
    }
}
