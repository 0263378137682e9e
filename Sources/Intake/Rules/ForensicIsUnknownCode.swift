import Columns
import Domain

extension Rule {
    /// The *forensisch* holds a code of the list `ja_nee`.
    static let forensicIsUnknownCode = Rule(
        "INT-529",
        .field,
        [.forensic],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.small(.forensic)
        return batch.flag(.forensic) { value[$0] == CodeTable.unknown }
    }
}
