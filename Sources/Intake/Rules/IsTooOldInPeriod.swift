import Columns
import Domain

extension Rule {
    /// Youth assistance ends before the 23rd birthday.
    static let isTooOldInPeriod = Rule(
        "INT-167",
        .query,
        [.birth],
        sources: ["jeugdhulp"]
    ) { batch in
        let birth = batch.wide(.birth)
        let start = batch.segmentStart
        let birthdays = batch.setting.tooOld
        let first = batch.setting.periodStart
        return batch.flag(.birth) {
            birth[$0].isDay && start[$0].isDay && birthdays[birth[$0]] <= first
                && start[$0] < birthdays[birth[$0]]
        }
    }
}
