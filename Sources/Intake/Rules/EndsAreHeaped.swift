import Columns
import Domain

extension Rule {
    /// Help does not end on the last day of a half-year more often than on others, unless it was
    /// closed for the delivery.
    static let endsAreHeaped = Rule(
        file: "INT-705",
        .query,
        [.end],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    ) { file in
        let end = file.wide(.end)
        guard !end.isEmpty else { return [] }
        let last = file.setting.periodEnd
        let ended = file.count { end[$0].isDay }
        guard ended >= file.setting.limit("plausible-records") else { return [] }
        let share = FileBatch.percent(file.count { end[$0] == last }, of: ended)
        return share > file.setting.limit("heaping-percent") ? [.file(subject: "\(share)")] : []
    }
}
