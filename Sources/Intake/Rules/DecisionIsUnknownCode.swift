import Columns
import Domain

extension Rule {
    /// The *besluit* holds a code of the list `vt_besluit`.
    static let decisionIsUnknownCode = Rule(
        "INT-425",
        .field,
        [.decision],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.decision)
        return batch.flag(.decision) { value[$0] == CodeTable.unknown }
    }
}
