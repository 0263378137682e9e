import Columns
import Domain

extension Rule {
    /// The *politie* holds a code of the list `ja_nee`.
    static let policeIsUnknownCode = Rule(
        "INT-528",
        .field,
        [.police],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.small(.police)
        return batch.flag(.police) { value[$0] == CodeTable.unknown }
    }
}
