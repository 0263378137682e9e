import Columns
import Domain

extension Rule {
    /// The *relatie* holds codes of the list `csg_relatie`, joined by `+`, each once.
    static let relationIsUnknownCode = Rule(
        "INT-527",
        .field,
        [.relations],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.long(.relations)
        return batch.flag(.relations) { value[$0] == LongValue.unreadable }
    }
}
