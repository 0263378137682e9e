import Domain

extension Rule {
    /// Help does not end on the last day of a half-year more often than on others, unless it was
    /// closed for the delivery.
    static let endsAreHeaped = Rule(
        tally: "INT-705",
        .query,
        [.end],
        sources: Rule.persons
    ) { file in
        let ended = FileTally.days(file.tally.ends)
        guard ended >= file.setting.limit("plausible-records") else { return [] }
        let last = file.tally.ends[Int(file.setting.periodEnd)]
        let share = FileBatch.percent(Int(last), of: ended)
        return share > file.setting.limit("heaping-percent") ? [.file(subject: "\(share)")] : []
    }
}
