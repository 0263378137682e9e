import Columns
import Domain

extension Rule {
    /// Only an investigation has an outcome.
    static let outcomeWithoutInvestigation = Rule(
        "INT-436",
        .query,
        [.outcome],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.outcome)
        let decision = batch.small(.decision)
        return batch.flag(.outcome) {
            value[$0] != CodeTable.absent && decision[$0] != .letters("O", "N")
        }
    }
}
