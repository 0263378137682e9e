import Columns
import Domain

extension Rule {
    /// In half a year something starts.
    static let nothingStarts = Rule(
        file: "INT-709",
        .query,
        [.start],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    ) { file in
        let start = file.wide(.start)
        let takenOver = file.wide(.takenOver)
        let count = file.counted
        let first = file.setting.periodStart
        guard count >= file.setting.limit("plausible-records"), !start.isEmpty else { return [] }
        let started = file.count {
            start[$0].isDay && start[$0] >= first
                || (!takenOver.isEmpty && takenOver[$0].isDay && takenOver[$0] >= first)
        }
        return started == 0 ? [.file(subject: "\(count)")] : []
    }
}
