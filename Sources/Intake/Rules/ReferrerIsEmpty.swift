import Columns
import Domain

extension Rule {
    /// The *verwijzer* is asked of every record.
    static let referrerIsEmpty = Rule(
        "INT-153",
        .query,
        [.referrer],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.referrer)
        return batch.flag(.referrer) { values[$0] == CodeTable.absent }
    }
}
