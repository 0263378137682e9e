import Columns
import Domain

extension Rule {
    /// What ended in the half-year before does not come back under its old start.
    static let endedIsOpenAgain = Rule(
        previous: "INT-305",
        .query,
        [.end],
        sources: ["jeugdhulp", "jeugdbescherming"]
    ) { person in
        person.now.filter { now in
            person.before.contains { person.isSame($0, now) && $0.end.isDay }
        }.map { (RowField.end, $0.row) }
    }
}
