import Columns
import Domain

extension Rule {
    /// An investigation that ended has an outcome.
    static let outcomeIsMissing = Rule(
        "INT-435",
        .query,
        [.outcome],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.outcome)
        let decision = batch.small(.decision)
        let until = batch.wide(.serviceEnd)
        return batch.flag(.outcome) {
            value[$0] == CodeTable.absent && decision[$0] == .letters("O", "N") && until[$0].isDay
        }
    }
}
