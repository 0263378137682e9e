import Columns
import Domain

extension Rule {
    /// No follow-up (21) stands alone.
    static let noFollowUpWithFollowUp = Rule(
        "INT-448",
        .query,
        [.referrals],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.long(.referrals)
        return batch.flag(.referrals) { row in
            value[row] != LongValue.unreadable && value[row] & 1 << 21 != 0 && value[row] != 1 << 21
        }
    }
}
