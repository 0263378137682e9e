import Columns
import Domain

extension Rule {
    /// Every advice and report has at least one nature of violence; without it sexual abuse
    /// cannot be told apart.
    static let natureIsEmpty = Rule(
        "INT-441",
        .query,
        [.nature],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.long(.nature)
        return batch.flag(.nature) { value[$0] == LongValue.absent }
    }
}
