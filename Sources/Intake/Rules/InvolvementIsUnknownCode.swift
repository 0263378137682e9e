import Columns
import Domain

extension Rule {
    /// The *betrokkenheid* holds a code of the list `vt_betrokkenheid`.
    static let involvementIsUnknownCode = Rule(
        "INT-428",
        .field,
        [.involvement],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.involvement)
        return batch.flag(.involvement) { value[$0] == CodeTable.unknown }
    }
}
