import Columns
import Domain

extension Rule {
    /// The *erkende_interventie* holds a code of the list `ja_nee`.
    static let interventionIsUnknownCode = Rule(
        "INT-601",
        .field,
        [.intervention],
        sources: ["jeugdreclassering"]
    ) { batch in
        let value = batch.small(.intervention)
        return batch.flag(.intervention) { value[$0] == CodeTable.unknown }
    }
}
