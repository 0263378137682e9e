import Columns
import Domain

extension Rule {
    /// *Tevredenheid* is a mark from 1 to 10; the scale is unverified.
    static let satisfactionIsUnknownCode = Rule(
        "INT-130",
        .field,
        [.satisfaction],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let values = batch.small(.satisfaction)
        return batch.flag(.satisfaction) { values[$0] == CodeTable.unknown }
    }
}
