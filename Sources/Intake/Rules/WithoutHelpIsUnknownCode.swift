import Columns
import Domain

extension Rule {
    /// *Zonder hulp verder* is a code from the list, which is itself unverified.
    static let withoutHelpIsUnknownCode = Rule(
        "INT-131",
        .field,
        [.withoutHelp],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.withoutHelp)
        return batch.flag(.withoutHelp) { values[$0] == CodeTable.unknown }
    }
}
