import Columns
import Domain

extension Rule {
    /// Activities in the preventive judicial framework (31) have only dates.
    static let preventiveWithIntervention = Rule(
        "INT-605",
        .note,
        [.intervention],
        sources: ["jeugdreclassering"]
    ) { batch in
        let type = batch.small(.measure)
        let value = batch.small(.intervention)
        return batch.flag(.intervention) { type[$0] == 31 && value[$0] != CodeTable.absent }
    }
}
