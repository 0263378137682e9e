import Columns
import Domain

extension Rule {
    /// Informants and self-report measure different things, so every estimate says which it is.
    static let methodIsUnknown = Rule(
        "INT-822",
        .record,
        [.method],
        sources: ["prevalence"]
    ) { batch in
        let value = batch.small(.method)
        return batch.flag(.method) {
            value[$0] == CodeTable.absent || value[$0] == CodeTable.unknown
        }
    }
}
