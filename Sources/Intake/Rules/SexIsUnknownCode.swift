import Columns
import Domain

extension Rule {
    /// The *geslacht* is a code from the list.
    static let sexIsUnknownCode = Rule(
        "INT-123",
        .field,
        [.sex],
        sources: Rule.persons.union(["veiligthuis", "csg-records"])
    ) {
        batch in
        let values = batch.small(.sex)
        return batch.flag(.sex) { values[$0] == CodeTable.unknown }
    }
}
