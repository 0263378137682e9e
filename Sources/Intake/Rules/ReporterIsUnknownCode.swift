import Columns
import Domain

extension Rule {
    /// The *melder* holds a code of the list `vt_hoedanigheid`.
    static let reporterIsUnknownCode = Rule(
        "INT-420",
        .field,
        [.reporter],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.reporter)
        return batch.flag(.reporter) { value[$0] == CodeTable.unknown }
    }
}
