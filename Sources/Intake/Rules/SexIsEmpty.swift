import Columns
import Domain

extension Rule {
    /// The *geslacht* is asked of every record; unknown has the code `O`.
    static let sexIsEmpty = Rule(
        "INT-152",
        .query,
        [.sex],
        sources: Rule.persons.union(["csg-records"])
    ) { batch in
        let values = batch.small(.sex)
        return batch.flag(.sex) { values[$0] == CodeTable.absent }
    }
}
