import Columns
import Domain

extension Rule {
    /// An estimate is of a year.
    static let studyYearIsNone = Rule(
        "INT-823",
        .record,
        [.studyYear],
        sources: ["prevalence"]
    ) { batch in
        let value = batch.long(.studyYear)
        let first = batch.setting.limit("first-year")
        let last = batch.setting.limit("last-year")
        return batch.flag(.studyYear) { row in
            !(LongValue.number(value[row]).map { (first...last).contains(Int($0)) } ?? false)
        }
    }
}
