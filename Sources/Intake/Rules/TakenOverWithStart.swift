import Columns
import Domain

extension Rule {
    /// An institution that takes a measure over delivers no start; the day of taking over is used.
    static let takenOverWithStart = Rule(
        "INT-203",
        .query,
        [.start],
        sources: Rule.measures
    ) {
        batch in
        let start = batch.wide(.start)
        let takenOver = batch.wide(.takenOver)
        return batch.flag(.start) {
            start[$0] != PackedDay.absent && takenOver[$0] != PackedDay.absent
        }
    }
}
