import Columns
import Domain

extension Rule {
    /// One birth in 365 falls on 1 January; more point to years delivered for days.
    static let birthsAreHeaped = Rule(
        file: "INT-710",
        .query,
        [.birth],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering", "veiligthuis"]
    ) { file in
        let birth = file.wide(.birth)
        let flags = file.rows.flags
        guard !birth.isEmpty else { return [] }
        let known = file.count { birth[$0].isDay && flags[$0] & RowFlag.approximateBirth == 0 }
        guard known >= file.setting.limit("plausible-records") else { return [] }
        let newYears = Set(
            (1900...2077).compactMap { year in
                CalendarDay(year: year, month: 1, day: 1).map { PackedDay.pack($0.number) }
            }
        )
        let share = FileBatch.percent(
            file.count {
                flags[$0] & RowFlag.approximateBirth == 0 && newYears.contains(birth[$0])
            },
            of: known
        )
        return share > file.setting.limit("january-percent") ? [.file(subject: "\(share)")] : []
    }
}
