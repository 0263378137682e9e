import Columns
import Domain

extension Rule {
    /// Ages reach to 120.
    static let ageIsImprobable = Rule(
        "INT-807",
        .query,
        [.age],
        sources: ["population"]
    ) { batch in
        let value = batch.long(.age)
        let limit = UInt64(batch.setting.limit("oldest-age"))
        return batch.flag(.age) { row in LongValue.number(value[row]).map { $0 > limit } ?? false }
    }
}
