import Columns
import Domain

extension Rule {
    /// Another form or measure is another record with a start of its own.
    static let kindHasChanged = Rule(
        previous: "INT-307",
        .query,
        [.form, .measure],
        sources: ["jeugdhulp", "jeugdbescherming"]
    ) { person in
        person.now.filter { now in
            person.before.contains {
                $0.end == PackedDay.absent && $0.start == now.entry.start
                    && $0.code != now.entry.code
            }
                && !person.before.contains { person.isSame($0, now) }
                && person.before.allSatisfy { before in
                    before.start != now.entry.start
                        || !person.now.contains { person.isSame(before, $0) }
                }
        }.map { (person.isMeasure ? RowField.measure : .form, $0.row) }
    }
}
