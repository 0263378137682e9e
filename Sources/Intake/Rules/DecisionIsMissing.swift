import Columns
import Domain

extension Rule {
    /// A safety assessment ends in a decision.
    static let decisionIsMissing = Rule(
        "INT-433",
        .query,
        [.decision],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.decision)
        let assessed = batch.wide(.assessed)
        return batch.flag(.decision) { value[$0] == CodeTable.absent && assessed[$0].isDay }
    }
}
