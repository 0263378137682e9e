import Columns
import Domain

extension Rule {
    /// The *kring* holds a code of the list `ja_nee`.
    static let ownNetworkIsUnknownCode = Rule(
        "INT-507",
        .field,
        [.ownNetwork],
        sources: ["csg-counts"]
    ) { batch in
        let value = batch.small(.ownNetwork)
        return batch.flag(.ownNetwork) { value[$0] == CodeTable.unknown }
    }
}
