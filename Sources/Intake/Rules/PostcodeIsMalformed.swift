import Columns
import Domain

extension Rule {
    /// The *postcode* is written as `1234AB`.
    ///
    /// Its value is never kept.
    static let postcodeIsMalformed = Rule("INT-124", .field, [.postcode]) {
        batch in
        let values = batch.small(.postcode)
        return batch.flag(.postcode) { values[$0] == CodeTable.unknown }
    }
}
