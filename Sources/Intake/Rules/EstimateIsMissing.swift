import Columns
import Domain

extension Rule {
    /// A row gives an estimate, or two bounds.
    static let estimateIsMissing = Rule(
        "INT-824",
        .record,
        [.perThousand],
        sources: ["prevalence"]
    ) { batch in
        let value = batch.long(.perThousand)
        let lower = batch.long(.lower)
        let upper = batch.long(.upper)
        return batch.flag(.perThousand) { row in
            value[row] == LongValue.absent
                && (lower[row] == LongValue.absent || upper[row] == LongValue.absent)
        }
    }
}
