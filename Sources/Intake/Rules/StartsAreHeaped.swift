import Columns
import Domain

extension Rule {
    /// Starts on the first day of a month point to months that were delivered for days.
    static let startsAreHeaped = Rule(
        tally: "INT-706",
        .query,
        [.start],
        sources: Rule.persons
    ) { file in
        let days = file.setting.periodStart...file.setting.periodEnd
        let started = FileTally.sum(file.tally.starts, days)
        guard started >= file.setting.limit("plausible-records") else { return [] }
        let firsts = days.filter {
            CalendarDay(number: PackedDay.number($0)).components.day == 1
        }
        let share = FileBatch.percent(
            firsts.reduce(0) { $0 + Int(file.tally.starts[Int($1)]) },
            of: started
        )
        return share > file.setting.limit("first-day-percent") ? [.file(subject: "\(share)")] : []
    }
}
