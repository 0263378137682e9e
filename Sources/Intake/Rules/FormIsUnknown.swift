import Columns
import Domain

extension Rule {
    /// Without a known form a trajectory cannot be counted.
    static let formIsUnknown = Rule("INT-108", .record, [.form], sources: ["jeugdhulp"]) {
        batch in
        let form = batch.small(.form)
        return batch.flag(.form) {
            form[$0] == CodeTable.absent || form[$0] == CodeTable.unknown
        }
    }
}
