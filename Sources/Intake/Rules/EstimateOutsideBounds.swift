import Columns
import Domain

extension Rule {
    /// An estimate lies between its bounds.
    static let estimateOutsideBounds = Rule(
        "INT-827",
        .query,
        [.perThousand],
        sources: ["prevalence"]
    ) { batch in
        let value = batch.long(.perThousand)
        let lower = batch.long(.lower)
        let upper = batch.long(.upper)
        return batch.flag(.perThousand) { row in
            guard let middle = LongValue.number(value[row]) else { return false }
            let low = lower.isEmpty ? nil : LongValue.number(lower[row])
            let high = upper.isEmpty ? nil : LongValue.number(upper[row])
            return (low.map { middle < $0 } ?? false) || (high.map { middle > $0 } ?? false)
        }
    }
}
