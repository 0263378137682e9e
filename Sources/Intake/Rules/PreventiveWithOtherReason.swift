import Columns
import Domain

extension Rule {
    /// The preventive judicial framework (31) ends with reason 31, rehabilitation with 21–26.
    static let preventiveWithOtherReason = Rule(
        "INT-603",
        .query,
        [.reason],
        sources: ["jeugdreclassering"]
    ) { batch in
        let type = batch.small(.measure)
        let reason = batch.small(.reason)
        return batch.flag(.reason) {
            reason[$0] != CodeTable.absent && type[$0] < 64 && reason[$0] < 64
                && (type[$0] == 31) != (reason[$0] == 31)
        }
    }
}
