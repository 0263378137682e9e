import Columns
import Domain

extension Rule {
    /// A registration belongs to the half-year of its day.
    static let contactIsBeforePeriod = Rule(
        "INT-520",
        .record,
        [.day],
        sources: ["csg-records"]
    ) { batch in
        let first = batch.setting.periodStart
        let value = batch.wide(.day)
        return batch.flag(.day) { value[$0].isDay && value[$0] < first }
    }
}
