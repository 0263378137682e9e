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
        let share = FileBatch.percent(file.tally.exactBirths.sum(of: newYears), of: known)
        return share > file.setting.limit("january-percent") ? [.file(subject: "\(share)")] : []
    }

    /// For each packed day whether it is a 1 January.
    private static let newYears: [Bool] = {
        var isNewYear = [Bool](repeating: false, count: 65_536)
        for year in 1900...2077 {
            guard let day = CalendarDay(year: year, month: 1, day: 1) else { continue }
            isNewYear[Int(PackedDay.pack(day.number))] = true
        }
        return isNewYear
    }()
}
