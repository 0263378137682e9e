import Columns
import Domain

extension Rule {
    /// A measure ends or is handed over, not both.
    static let endedAndHandedOver = Rule(
        "INT-202",
        .record,
        [.handedOver],
        sources: Rule.measures
    ) {
        batch in
        let end = batch.wide(.end)
        let handedOver = batch.wide(.handedOver)
        return batch.flag(.handedOver) {
            end[$0] != PackedDay.absent && handedOver[$0] != PackedDay.absent
        }
    }
}
