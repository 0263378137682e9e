import Columns
import Domain

extension Rule {
    /// Starts on the first day of a month point to months that were delivered for days.
    static let startsAreHeaped = Rule(
        file: "INT-706",
        .query,
        [.start],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    ) { file in
        let start = file.wide(.start)
        guard !start.isEmpty else { return [] }
        let first = file.setting.periodStart
        let last = file.setting.periodEnd
        let started = file.count { (first...last).contains(start[$0]) }
        guard started >= file.setting.limit("plausible-records") else { return [] }
        let firsts = Set(
            (first...last).filter { CalendarDay(number: PackedDay.number($0)).components.day == 1 }
        )
        let heaped = file.count { (first...last).contains(start[$0]) && firsts.contains(start[$0]) }
        let share = FileBatch.percent(heaped, of: started)
        return share > file.setting.limit("first-day-percent") ? [.file(subject: "\(share)")] : []
    }
}
