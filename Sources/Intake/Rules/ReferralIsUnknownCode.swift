import Columns
import Domain

extension Rule {
    /// The *vervolg* holds codes of the list `vt_vervolg_onderzoek`, joined by `+`, each once.
    static let referralIsUnknownCode = Rule(
        "INT-427",
        .field,
        [.referrals],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.long(.referrals)
        return batch.flag(.referrals) { value[$0] == LongValue.unreadable }
    }
}
