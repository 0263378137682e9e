import Columns
import Domain

extension Rule {
    /// The *perspectief* is a code from the list of that year.
    static let perspectiveIsUnknownCode = Rule(
        "INT-128",
        .field,
        [.perspective],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.perspective)
        return batch.flag(.perspective) { values[$0] == CodeTable.unknown }
    }
}
