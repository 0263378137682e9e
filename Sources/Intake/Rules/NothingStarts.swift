import Columns
import Domain

extension Rule {
    /// In half a year something starts.
    static let nothingStarts = Rule(
        tally: "INT-709",
        .query,
        [.start],
        sources: Rule.persons
    ) { file in
        let count = file.tally.counted
        guard count >= file.setting.limit("plausible-records") else { return [] }
        let days = file.setting.periodStart...PackedDay.beyond
        let started =
            FileTally.sum(file.tally.starts, days) + FileTally.sum(file.tally.takenOver, days)
        return started == 0 ? [.file(subject: "\(count)")] : []
    }
}
