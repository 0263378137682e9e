import Columns
import Domain

extension Rule {
    /// One birth in 365 falls on 1 January; more point to years delivered for days.
    static let birthsAreHeaped = Rule(
        tally: "INT-710",
        .query,
        [.birth],
        sources: Rule.persons
    ) { file in
        let known = FileTally.days(file.tally.exactBirths)
        guard known >= file.setting.limit("plausible-records") else { return [] }
        let newYears = (1900...2077).compactMap { year in
            CalendarDay(year: year, month: 1, day: 1).map { PackedDay.pack($0.number) }
        }
        let share = FileBatch.percent(FileTally.sum(file.tally.exactBirths, newYears), of: known)
        return share > file.setting.limit("january-percent") ? [.file(subject: "\(share)")] : []
    }
}
