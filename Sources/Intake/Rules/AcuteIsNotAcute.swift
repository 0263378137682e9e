import Columns
import Domain

extension Rule {
    /// Acute is a contact within seven days after the incident.
    static let acuteIsNotAcute = Rule(
        "INT-522",
        .query,
        [.acute],
        sources: ["csg-records"]
    ) { batch in
        let day = batch.wide(.day)
        let incident = batch.wide(.incident)
        let acute = batch.small(.acute)
        let limit = batch.setting.limit("acute-days")
        guard batch.setting.has(.incident) else { return [] }
        return batch.flag(.acute) { row in
            acute[row] == .letter("J") && day[row].isDay && incident[row].isDay
                && Int(day[row]) - Int(incident[row]) > limit
        }
    }
}
