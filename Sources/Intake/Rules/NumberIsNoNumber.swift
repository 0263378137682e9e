import Columns
import Domain

extension Rule {
    /// The *bsn* has nine digits and passes the elfproef; special codes are tested first.
    static let numberIsNoNumber = Rule(
        "INT-120",
        .field,
        [.number],
        sources: Rule.persons.union(["veiligthuis", "csg-records"])
    ) {
        batch in
        let numbers = batch.rows.numbers
        return batch.flag(.number) { numbers[$0] == NumberState.invalid }
    }
}
