import Columns
import Domain

extension Rule {
    /// The *datum_aanvang* is a day of the calendar.
    static let startIsNoDate = Rule("INT-102", .record, [.start]) {
        batch in
        let start = batch.wide(.start)
        return batch.flag(.start) { start[$0] == PackedDay.unreadable }
    }
}
