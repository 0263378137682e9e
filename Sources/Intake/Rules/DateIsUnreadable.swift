import Columns
import Domain

extension Rule {
    /// Every other date is a day of the calendar; a birth date is another matter (`INT-122`).
    static let dateIsUnreadable = Rule(
        "INT-103",
        .record,
        [.end, .handedOver, .takenOver]
    ) {
        batch in
        [RowField.end, .handedOver, .takenOver].flatMap { field in
            let day = batch.wide(field)
            return batch.flag(field) { day[$0] == PackedDay.unreadable }
        }
    }
}
