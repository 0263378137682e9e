import Columns
import Domain

extension Rule {
    /// A sex seldom changes from one half-year to the next; unknown is no change.
    static let sexHasChanged = Rule(
        previous: "INT-304",
        .query,
        [.sex],
        sources: ["jeugdhulp", "jeugdbescherming"]
    ) { person in
        let unknown = UInt8.letter("O")
        guard
            let known = person.before.first(where: {
                $0.sex != CodeTable.absent && $0.sex != unknown
            })?.sex
        else { return [] }
        return person.now.filter {
            $0.entry.sex != CodeTable.absent && $0.entry.sex != unknown && $0.entry.sex != known
        }.map { (RowField.sex, $0.row) }
    }
}
