import Columns
import Domain

extension Rule {
    /// The *aard* holds a code of the list `csg_aard`.
    static let actIsUnknownCode = Rule(
        "INT-506",
        .field,
        [.nature],
        sources: ["csg-counts"]
    ) { batch in
        let value = batch.small(.nature)
        return batch.flag(.nature) { value[$0] == CodeTable.unknown }
    }
}
