import Columns
import Domain

extension Rule {
    /// A service does not end before it starts.
    static let serviceEndsBeforeStart = Rule(
        "INT-407",
        .record,
        [.serviceEnd],
        sources: ["veiligthuis"]
    ) { batch in
        let from = batch.wide(.serviceStart)
        let until = batch.wide(.serviceEnd)
        return batch.flag(.serviceEnd) { row in
            from[row].isDay && until[row].isDay && until[row] < from[row]
        }
    }
}
