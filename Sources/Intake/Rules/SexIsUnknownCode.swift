import Columns
import Domain

extension Rule {
    /// The *geslacht* is a code from the list.
    static let sexIsUnknownCode = Rule("INT-123", .field, [.sex]) {
        batch in
        let values = batch.small(.sex)
        return batch.flag(.sex) { values[$0] == CodeTable.unknown }
    }
}
