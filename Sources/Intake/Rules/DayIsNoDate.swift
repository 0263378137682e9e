import Columns
import Domain

extension Rule {
    /// Every date but that of birth is a day of the calendar.
    static let dayIsNoDate = Rule(
        "INT-406",
        .record,
        [.day, .assessed, .serviceStart, .serviceEnd, .incident],
        sources: ["veiligthuis", "csg-records"]
    ) { batch in
        [RowField.day, .assessed, .serviceStart, .serviceEnd, .incident].flatMap { field in
            let value = batch.wide(field)
            return batch.flag(field) { value[$0] == PackedDay.unreadable }
        }
    }
}
