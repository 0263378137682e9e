import Columns
import Domain

extension Rule {
    /// A count without a code of `csg_leeftijd` can be put in no cell.
    static let ageClassIsUnknown = Rule(
        "INT-503",
        .record,
        [.ageClass],
        sources: ["csg-counts"]
    ) { batch in
        let value = batch.small(.ageClass)
        return batch.flag(.ageClass) {
            value[$0] == CodeTable.absent || value[$0] == CodeTable.unknown
        }
    }
}
