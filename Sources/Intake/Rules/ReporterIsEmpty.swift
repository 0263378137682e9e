import Columns
import Domain

extension Rule {
    /// Who asked or reported is known, if need be as unknown (41).
    static let reporterIsEmpty = Rule(
        "INT-440",
        .query,
        [.reporter],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.reporter)
        return batch.flag(.reporter) { value[$0] == CodeTable.absent }
    }
}
