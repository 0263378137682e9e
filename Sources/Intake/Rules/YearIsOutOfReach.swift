import Columns
import Domain

extension Rule {
    /// The monitor covers years from 2015 on.
    static let yearIsOutOfReach = Rule(
        "INT-804",
        .query,
        [.year],
        sources: ["population"]
    ) { batch in
        let value = batch.long(.year)
        let first = batch.setting.limit("first-year")
        let last = batch.setting.limit("last-year")
        return batch.flag(.year) { row in
            LongValue.number(value[row]).map { !(first...last).contains(Int($0)) } ?? false
        }
    }
}
