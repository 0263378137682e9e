import Columns
import Domain

extension Rule {
    /// Who died has no later measure.
    static let recordAfterDeath = Rule(
        person: "INT-211",
        .query,
        [.start],
        sources: Rule.measures
    ) { person in
        let reason = person.columns.reason
        let end = person.columns.end
        let start = person.columns.start
        let deaths: Set<UInt8> = [6, 15, 26]
        guard
            let death = person.rows.first(where: { deaths.contains(reason[Int($0)]) }).map({
                Int($0)
            }),
            end[death].isDay
        else { return [] }
        return person.rows.map { Int($0) }.filter { start[$0].isDay && start[$0] > end[death] }
            .map { person.finding(.start, $0) }
    }
}
