import Columns
import Domain

extension Rule {
    /// A record is of a type of rehabilitation, or of the preventive judicial framework (31).
    static let rehabilitationIsUnknown = Rule(
        "INT-607",
        .record,
        [.measure],
        sources: ["jeugdreclassering"]
    ) { batch in
        let value = batch.small(.measure)
        return batch.flag(.measure) {
            value[$0] == CodeTable.absent || value[$0] == CodeTable.unknown
        }
    }
}
