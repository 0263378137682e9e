import Columns
import Domain

extension Rule {
    /// A count is a whole number of 0 or more.
    static let countIsNoNumber = Rule(
        "INT-504",
        .record,
        [.count],
        sources: ["csg-counts"]
    ) { batch in
        let value = batch.long(.count)
        return batch.flag(.count) {
            value[$0] == LongValue.absent || value[$0] == LongValue.unreadable
        }
    }
}
