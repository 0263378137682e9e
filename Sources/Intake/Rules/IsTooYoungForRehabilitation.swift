import Columns
import Domain

extension Rule {
    /// Nobody under twelve can be prosecuted.
    static let isTooYoungForRehabilitation = Rule(
        "INT-602",
        .query,
        [.birth],
        sources: ["jeugdreclassering"]
    ) { batch in
        let start = batch.segmentStart
        let birth = batch.wide(.birth)
        let birthdays = batch.setting.youngest
        return batch.flag(.birth) {
            birth[$0].isDay && start[$0].isDay && start[$0] < birthdays[birth[$0]]
        }
    }
}
