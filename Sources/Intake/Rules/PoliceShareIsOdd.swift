import Columns
import Domain

extension Rule {
    /// The police send about half of all reports.
    static let policeShareIsOdd = Rule(
        file: "INT-722",
        .query,
        [.reporter],
        sources: ["veiligthuis"]
    ) { file in
        let reporter = file.small(.reporter)
        let kind = file.small(.kind)
        guard !reporter.isEmpty, !kind.isEmpty else { return [] }
        let reports = file.groups(by: .record).filter { kind[$0[0]] == .letter("M") }
        guard reports.count >= file.setting.limit("plausible-records") else { return [] }
        let share = FileBatch.percent(reports.count { reporter[$0[0]] == 1 }, of: reports.count)
        let low = file.setting.limit("police-low-percent")
        let high = file.setting.limit("police-high-percent")
        return (low...high).contains(share) ? [] : [.file(subject: "\(share)")]
    }
}
