import Columns
import Domain

extension Rule {
    /// The *aanleiding* holds codes of the list `vt_aanleiding`, joined by `+`, each once.
    static let occasionIsUnknownCode = Rule(
        "INT-422",
        .field,
        [.occasion],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.long(.occasion)
        return batch.flag(.occasion) { value[$0] == LongValue.unreadable }
    }
}
