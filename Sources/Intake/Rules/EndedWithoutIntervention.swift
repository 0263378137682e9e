import Columns
import Domain

extension Rule {
    /// The last institution tells with the end whether a recognised intervention was used.
    static let endedWithoutIntervention = Rule(
        "INT-604",
        .query,
        [.intervention],
        sources: ["jeugdreclassering"]
    ) { batch in
        let value = batch.small(.intervention)
        let end = batch.wide(.end)
        let type = batch.small(.measure)
        return batch.flag(.intervention) {
            value[$0] == CodeTable.absent && end[$0].isDay && type[$0] != 31
        }
    }
}
