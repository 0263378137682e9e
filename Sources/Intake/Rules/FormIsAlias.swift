import Columns
import Domain

extension Rule {
    /// An iJw code for the form is converted to that of the protocol.
    static let formIsAlias = Rule("INT-171", .note, [.form], sources: ["jeugdhulp"]) {
        batch in
        let flags = batch.rows.flags
        return batch.flag(.form) { flags[$0] & RowFlag.alias != 0 }
    }
}
