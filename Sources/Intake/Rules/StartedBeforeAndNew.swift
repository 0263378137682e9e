import Columns
import Domain

extension Rule {
    /// What started before this half-year stood in the one before; only persons who did are asked
    /// about.
    ///
    /// A start that changed is another rule's (`INT-302`).
    static let startedBeforeAndNew = Rule(
        previous: "INT-306",
        .query,
        [.start],
        sources: ["jeugdhulp", "jeugdbescherming"]
    ) { person in
        person.now.filter { now in
            now.entry.start.isDay && now.entry.start < person.periodStart
                && !person.before.contains { $0.code == now.entry.code }
        }.map { (RowField.start, $0.row) }
    }
}
