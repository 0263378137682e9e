import Columns
import Domain

extension Rule {
    /// The *aard* holds codes of the list `vt_aard`, joined by `+`, each once.
    static let natureIsUnknownCode = Rule(
        "INT-421",
        .field,
        [.nature],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.long(.nature)
        return batch.flag(.nature) { value[$0] == LongValue.unreadable }
    }
}
