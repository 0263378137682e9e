import Columns
import Domain

extension Rule {
    /// A number that is not known has a code; an empty field says nothing.
    static let numberIsEmpty = Rule("INT-150", .query, [.number]) {
        batch in
        let numbers = batch.rows.numbers
        return batch.flag(.number) { numbers[$0] == NumberState.absent }
    }
}
