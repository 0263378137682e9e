import Columns
import Domain

extension Rule {
    /// Reports on the same people share the number of their case.
    static let caseIsMissing = Rule(
        "INT-430",
        .query,
        [.caseNumber],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.long(.caseNumber)
        let kind = batch.small(.kind)
        return batch.flag(.caseNumber) { value[$0] == LongValue.absent && kind[$0] == .letter("M") }
    }
}
