import Columns
import Domain

extension Rule {
    /// A row is of an advice or of a report; without that it can be counted as neither.
    static let kindIsUnknown = Rule(
        "INT-403",
        .record,
        [.kind],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.kind)
        return batch.flag(.kind) { value[$0] == CodeTable.absent || value[$0] == CodeTable.unknown }
    }
}
