import Columns
import Domain

extension Rule {
    /// A centre has some hundreds of contacts in a half-year.
    static let countIsVeryLarge = Rule(
        "INT-510",
        .query,
        [.count],
        sources: ["csg-counts"]
    ) { batch in
        let value = batch.long(.count)
        let limit = UInt64(batch.setting.limit("largest-count"))
        return batch.flag(.count) { LongValue.number(value[$0]).map { $0 > limit } ?? false }
    }
}
