import Columns
import Domain

extension Rule {
    /// What ended before the half-year belongs to an earlier delivery.
    static let endIsBeforePeriod = Rule("INT-106", .record, [.end, .handedOver]) {
        batch in
        let first = batch.setting.periodStart
        return [RowField.end, .handedOver].flatMap { field in
            let end = batch.wide(field)
            return batch.flag(field) { end[$0].isDay && end[$0] < first }
        }
    }
}
