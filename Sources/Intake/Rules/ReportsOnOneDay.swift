import Domain

extension Rule {
    /// Reports spread over the half-year; many on one day point to the day of entry.
    static let reportsOnOneDay = Rule(
        file: "INT-721",
        .query,
        [.day],
        sources: ["veiligthuis"]
    ) { file in
        let count = file.counted
        guard count >= file.setting.limit("plausible-records") else { return [] }
        let share = FileBatch.percent(file.mostCommon(.day), of: count)
        return share > file.setting.limit("same-day-percent") ? [.file(subject: "\(share)")] : []
    }
}
