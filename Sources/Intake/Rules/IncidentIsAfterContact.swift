import Columns
import Domain

extension Rule {
    /// An incident lies on the day of the contact or before it.
    static let incidentIsAfterContact = Rule(
        "INT-521",
        .query,
        [.incident],
        sources: ["csg-records"]
    ) { batch in
        let day = batch.wide(.day)
        let value = batch.wide(.incident)
        return batch.flag(.incident) { day[$0].isDay && value[$0].isDay && value[$0] > day[$0] }
    }
}
