import Columns
import Domain

extension Rule {
    /// The *rol* holds a code of the list `vt_rol`.
    static let roleIsUnknownCode = Rule(
        "INT-423",
        .field,
        [.role],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.role)
        return batch.flag(.role) { value[$0] == CodeTable.unknown }
    }
}
