import Columns
import Domain

extension Rule {
    /// A birth date does not change from one half-year to the next.
    static let birthHasChanged = Rule(
        previous: "INT-303",
        .query,
        [.birth],
        sources: ["jeugdhulp", "jeugdbescherming"]
    ) { person in
        guard let known = person.before.first(where: { $0.birth != PackedDay.absent })?.birth else {
            return []
        }
        return person.now.filter { $0.entry.birth != PackedDay.absent && $0.entry.birth != known }
            .map { (RowField.birth, $0.row) }
    }
}
