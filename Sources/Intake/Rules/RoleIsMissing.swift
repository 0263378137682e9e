import Columns
import Domain

extension Rule {
    /// Whether someone in a report is victim, perpetrator, both or neither.
    static let roleIsMissing = Rule(
        "INT-431",
        .query,
        [.role],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.role)
        let kind = batch.small(.kind)
        return batch.flag(.role) { value[$0] == CodeTable.absent && kind[$0] == .letter("M") }
    }
}
