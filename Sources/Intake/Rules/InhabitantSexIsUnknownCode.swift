import Columns
import Domain

extension Rule {
    /// The *sex* holds a code of the list `geslacht`.
    static let inhabitantSexIsUnknownCode = Rule(
        "INT-806",
        .field,
        [.inhabitantSex],
        sources: ["population"]
    ) { batch in
        let value = batch.small(.inhabitantSex)
        return batch.flag(.inhabitantSex) { value[$0] == CodeTable.unknown }
    }
}
