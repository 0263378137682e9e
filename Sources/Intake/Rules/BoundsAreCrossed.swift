import Columns
import Domain

extension Rule {
    /// The lower bound is not above the upper one.
    static let boundsAreCrossed = Rule(
        "INT-826",
        .query,
        [.lower, .upper],
        sources: ["prevalence"]
    ) { batch in
        let lower = batch.long(.lower)
        let upper = batch.long(.upper)
        guard batch.setting.has(.upper) else { return [] }
        return batch.flag(.lower) { row in
            guard let low = LongValue.number(lower[row]), let high = LongValue.number(upper[row])
            else {
                return false
            }
            return low > high
        }
    }
}
