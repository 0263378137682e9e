import Columns
import Domain

extension Rule {
    /// A delivery knows nothing of days after its half-year.
    static let dateIsAfterPeriod = Rule(
        "INT-408",
        .record,
        [.day, .assessed, .serviceStart, .serviceEnd],
        sources: ["veiligthuis", "csg-records"]
    ) { batch in
        let last = batch.setting.periodEnd
        return [RowField.day, .assessed, .serviceStart, .serviceEnd].flatMap { field in
            let value = batch.wide(field)
            return batch.flag(field) { value[$0].isDay && value[$0] > last }
        }
    }
}
