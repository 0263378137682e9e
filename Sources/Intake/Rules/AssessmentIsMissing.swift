import Columns
import Domain

extension Rule {
    /// A decision is taken at the safety assessment.
    static let assessmentIsMissing = Rule(
        "INT-434",
        .query,
        [.assessed],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.wide(.assessed)
        let decision = batch.small(.decision)
        return batch.flag(.assessed) {
            value[$0] == PackedDay.absent && decision[$0] != CodeTable.absent
        }
    }
}
