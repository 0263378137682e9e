import Columns
import Domain

extension Rule {
    /// A record has a start: *aanvang* or, for a measure, *overgedragen gekregen*.
    static let startIsMissing = Rule("INT-101", .record, [.start, .takenOver]) {
        batch in
        let start = batch.segmentStart
        return batch.flag(.start) { start[$0] == PackedDay.absent }
    }
}
