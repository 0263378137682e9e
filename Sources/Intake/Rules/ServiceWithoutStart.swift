import Columns
import Domain

extension Rule {
    /// A service that ended has started.
    static let serviceWithoutStart = Rule(
        "INT-439",
        .query,
        [.serviceStart],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.wide(.serviceStart)
        let until = batch.wide(.serviceEnd)
        return batch.flag(.serviceStart) { value[$0] == PackedDay.absent && until[$0].isDay }
    }
}
