import Columns
import Domain

extension Rule {
    /// What starts after the half-year belongs to a later delivery.
    static let startIsAfterPeriod = Rule("INT-105", .record, [.start, .takenOver]) {
        batch in
        let start = batch.segmentStart
        let last = batch.setting.periodEnd
        let takenOver = batch.wide(.takenOver)
        return batch.flag(.start) {
            takenOver[$0] == PackedDay.absent && start[$0].isDay && start[$0] > last
        } + batch.flag(.takenOver) { takenOver[$0].isDay && takenOver[$0] > last }
    }
}
