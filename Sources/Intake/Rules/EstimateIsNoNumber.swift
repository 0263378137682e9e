import Columns
import Domain

extension Rule {
    /// Estimates are numbers per thousand with at most three decimals, up to a thousand.
    static let estimateIsNoNumber = Rule(
        "INT-825",
        .record,
        [.perThousand, .lower, .upper],
        sources: ["prevalence"]
    ) { batch in
        [RowField.perThousand, .lower, .upper].flatMap { field in
            let value = batch.long(field)
            return batch.flag(field) { row in
                value[row] == LongValue.unreadable
                    || (LongValue.number(value[row]).map { $0 > 1_000_000 } ?? false)
            }
        }
    }
}
