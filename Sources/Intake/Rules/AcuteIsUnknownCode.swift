import Columns
import Domain

extension Rule {
    /// The *acuut* holds a code of the list `ja_nee`.
    static let acuteIsUnknownCode = Rule(
        "INT-505",
        .field,
        [.acute],
        sources: ["csg-counts", "csg-records"]
    ) { batch in
        let value = batch.small(.acute)
        return batch.flag(.acute) { value[$0] == CodeTable.unknown }
    }
}
