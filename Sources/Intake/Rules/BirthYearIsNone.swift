import Columns
import Domain

extension Rule {
    /// A year of birth has four digits and is not later than the contact; day and month are not
    /// asked for.
    static let birthYearIsNone = Rule(
        "INT-524",
        .field,
        [.birthYear],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.long(.birthYear)
        let last = UInt64(batch.setting.period.year)
        return batch.flag(.birthYear) { row in
            value[row] == LongValue.unreadable
                || (LongValue.number(value[row]).map { $0 < 1880 || $0 > last } ?? false)
        }
    }
}
