import Domain

extension Rule {
    /// The rows of one report or advice say the same of it: kind, case, day, reporter, nature,
    /// assessment and decision.
    static let recordTellsTwoStories = Rule(
        file: "INT-450",
        .query,
        [.kind, .caseNumber, .day, .reporter, .nature, .assessed, .decision],
        sources: ["veiligthuis"]
    ) { file in
        let codes = [RowField.kind, .reporter, .decision].map { ($0, file.small($0)) }
        let days = [RowField.day, .assessed].map { ($0, file.wide($0)) }
        let longs = [RowField.caseNumber, .nature].map { ($0, file.long($0)) }
        return file.groups(by: .record).flatMap { rows in
            rows.dropFirst().flatMap { row in
                let first = rows[0]
                let others =
                    codes.filter { !$1.isEmpty && $1[row] != $1[first] }.map(\.0)
                    + days.filter { !$1.isEmpty && $1[row] != $1[first] }.map(\.0)
                    + longs.filter { !$1.isEmpty && $1[row] != $1[first] }.map(\.0)
                return others.map { file.finding($0, row) }
            }
        }
    }
}
