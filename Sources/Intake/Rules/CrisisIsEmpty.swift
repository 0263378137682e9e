import Columns
import Domain

extension Rule {
    /// From 2018 the protocol asks whether help started in a crisis.
    static let crisisIsEmpty = Rule(
        "INT-162",
        .query,
        [.crisis],
        sources: ["jeugdhulp"]
    ) { batch in
        let value = batch.small(.crisis)
        let start = batch.wide(.start)
        let asked = PackedDay.pack(CalendarDay(number: 17_532).number)
        return batch.flag(.crisis) {
            value[$0] == CodeTable.absent && start[$0].isDay && start[$0] >= asked
        }
    }
}
