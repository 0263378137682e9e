import Columns
import Domain

extension Rule {
    /// Rows of one record share its number; a row without one belongs to nothing.
    ///
    /// A number is at most 32 letters, digits and the signs `-`, `.`, `/` and `_`.
    static let recordNumberIsNone = Rule(
        "INT-404",
        .record,
        [.record],
        sources: ["veiligthuis", "csg-records"]
    ) { batch in
        let value = batch.long(.record)
        return batch.flag(.record) {
            value[$0] == LongValue.absent || value[$0] == LongValue.unreadable
        }
    }
}
