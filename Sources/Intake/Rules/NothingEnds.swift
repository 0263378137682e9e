import Domain

extension Rule {
    /// In half a year something ends.
    static let nothingEnds = Rule(
        tally: "INT-708",
        .query,
        [.end],
        sources: Rule.persons
    ) { file in
        let count = file.tally.counted
        guard count >= file.setting.limit("plausible-records"), file.setting.has(.end) else {
            return []
        }
        let ended = FileTally.days(file.tally.ends) + file.tally.handedOver
        return ended == 0 ? [.file(subject: "\(count)")] : []
    }
}
