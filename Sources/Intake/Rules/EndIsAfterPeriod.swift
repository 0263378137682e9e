import Columns
import Domain

extension Rule {
    /// An end after the half-year is a plan, not an end.
    static let endIsAfterPeriod = Rule("INT-107", .record, [.end, .handedOver]) {
        batch in
        let last = batch.setting.periodEnd
        return [RowField.end, .handedOver].flatMap { field in
            let end = batch.wide(field)
            return batch.flag(field) { end[$0].isDay && end[$0] > last }
        }
    }
}
