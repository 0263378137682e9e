import Columns
import Domain

extension Rule {
    /// *Gestart met crisis* is a code from the list, which is itself unverified.
    static let crisisIsUnknownCode = Rule(
        "INT-127",
        .field,
        [.crisis],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.crisis)
        return batch.flag(.crisis) { values[$0] == CodeTable.unknown }
    }
}
