import Columns
import Domain

extension Rule {
    /// The *informant* is a code from the list, which is itself unverified.
    static let informantIsUnknownCode = Rule(
        "INT-132",
        .field,
        [.informant],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.informant)
        return batch.flag(.informant) { values[$0] == CodeTable.unknown }
    }
}
