import Columns
import Domain

extension Rule {
    /// The *geboortedatum* is a day of the calendar, or one of which day or month is unknown.
    static let birthIsUnreadable = Rule(
        "INT-122",
        .field,
        [.birth],
        sources: Rule.persons.union(["veiligthuis"])
    ) {
        batch in
        let birth = batch.wide(.birth)
        return batch.flag(.birth) { birth[$0] == PackedDay.unreadable }
    }
}
