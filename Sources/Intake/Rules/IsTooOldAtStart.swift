import Columns
import Domain

extension Rule {
    /// Who was 23 or over at the start is no youth in the sense of the protocol.
    static let isTooOldAtStart = Rule("INT-109", .record, [.birth]) {
        batch in
        let start = batch.segmentStart
        let birth = batch.wide(.birth)
        let birthdays = batch.setting.tooOld
        return batch.flag(.birth) {
            birth[$0].isDay && start[$0].isDay && start[$0] >= birthdays[birth[$0]]
        }
    }
}
