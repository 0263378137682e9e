import Columns
import Domain

extension Rule {
    /// No municipality has more than 1.5 million inhabitants.
    static let municipalityIsVeryLarge = Rule(
        "INT-808",
        .query,
        [.minors, .population],
        sources: ["population"]
    ) { batch in
        let limit = UInt64(batch.setting.limit("largest-count"))
        return [RowField.minors, .population].flatMap { field in
            let value = batch.long(field)
            return batch.flag(field) { row in
                LongValue.number(value[row]).map { $0 > limit } ?? false
            }
        }
    }
}
