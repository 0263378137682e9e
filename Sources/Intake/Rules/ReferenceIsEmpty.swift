import Columns
import Domain

extension Rule {
    /// An estimate tells its reference.
    static let referenceIsEmpty = Rule(
        "INT-829",
        .query,
        [.reference],
        sources: ["prevalence"]
    ) { batch in
        let value = batch.long(.reference)
        return batch.flag(.reference) { value[$0] == LongValue.absent }
    }
}
