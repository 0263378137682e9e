import Columns
import Domain

extension Rule {
    /// Where nobody in many reports was sexually abused, the code is probably not used; an
    /// absence would be read as a figure.
    static let noSexualAbuseAtAll = Rule(
        file: "INT-723",
        .query,
        [.nature],
        sources: ["veiligthuis"]
    ) { file in
        let nature = file.long(.nature)
        guard !nature.isEmpty else { return [] }
        let groups = file.groups(by: .record)
        guard groups.count >= file.setting.limit("sexual-abuse-records") else { return [] }
        let found = file.count { nature[$0] != LongValue.unreadable && nature[$0] & 1 << 6 != 0 }
        return found == 0 ? [.file(subject: "\(groups.count)")] : []
    }
}
