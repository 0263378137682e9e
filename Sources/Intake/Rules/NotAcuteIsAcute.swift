import Columns
import Domain

extension Rule {
    /// A contact within seven days after the incident is acute.
    static let notAcuteIsAcute = Rule(
        "INT-523",
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
            acute[row] == .letter("N") && day[row].isDay && incident[row].isDay
                && (0...limit).contains(Int(day[row]) - Int(incident[row]))
        }
    }
}
