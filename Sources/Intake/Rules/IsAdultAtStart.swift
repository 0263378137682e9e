import Columns
import Domain

extension Rule {
    /// Help that starts between 18 and 23 is possible, within the limits of the law.
    static let isAdultAtStart = Rule(
        "INT-156",
        .query,
        [.birth],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let start = batch.segmentStart
        let birth = batch.wide(.birth)
        let from = batch.setting.queried
        let until = batch.setting.tooOld
        return batch.flag(.birth) {
            start[$0].isDay && start[$0] >= from[birth[$0]] && start[$0] < until[birth[$0]]
        }
    }
}
