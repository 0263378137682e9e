import Columns
import Domain

extension Rule {
    /// The *reden_beeindiging* is a code from the list of that year.
    static let reasonIsUnknownCode = Rule("INT-129", .field, [.reason]) {
        batch in
        let values = batch.small(.reason)
        return batch.flag(.reason) { values[$0] == CodeTable.unknown }
    }
}
