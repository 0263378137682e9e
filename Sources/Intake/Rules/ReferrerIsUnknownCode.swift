import Columns
import Domain

extension Rule {
    /// The *verwijzer* is a code from the list of that year.
    ///
    /// Codes are compared as text, so `1` is not `01`: a dropped zero is worth hearing about.
    static let referrerIsUnknownCode = Rule(
        "INT-126",
        .field,
        [.referrer],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.referrer)
        return batch.flag(.referrer) { values[$0] == CodeTable.unknown }
    }
}
