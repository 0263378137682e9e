import Columns
import Domain

extension Rule {
    /// Whether Veilig Thuis was involved before tells first reports from repeated ones.
    static let involvementIsMissing = Rule(
        "INT-432",
        .query,
        [.involvement],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.involvement)
        let kind = batch.small(.kind)
        return batch.flag(.involvement) {
            value[$0] == CodeTable.absent && kind[$0] == .letter("M")
        }
    }
}
