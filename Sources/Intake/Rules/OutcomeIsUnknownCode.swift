import Columns
import Domain

extension Rule {
    /// The *uitkomst* holds a code of the list `vt_uitkomst_onderzoek`.
    static let outcomeIsUnknownCode = Rule(
        "INT-426",
        .field,
        [.outcome],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.outcome)
        return batch.flag(.outcome) { value[$0] == CodeTable.unknown }
    }
}
