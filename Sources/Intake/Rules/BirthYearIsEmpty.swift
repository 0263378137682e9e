import Columns
import Domain

extension Rule {
    /// Without a year of birth nobody can tell whether a minor came.
    static let birthYearIsEmpty = Rule(
        "INT-525",
        .query,
        [.birthYear],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.long(.birthYear)
        return batch.flag(.birthYear) { value[$0] == LongValue.absent }
    }
}
