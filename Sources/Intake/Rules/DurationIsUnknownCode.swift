import Columns
import Domain

extension Rule {
    /// The *duur* holds a code of the list `csg_duur`.
    static let durationIsUnknownCode = Rule(
        "INT-508",
        .field,
        [.duration],
        sources: ["csg-counts", "csg-records"]
    ) { batch in
        let value = batch.small(.duration)
        return batch.flag(.duration) { value[$0] == CodeTable.unknown }
    }
}
