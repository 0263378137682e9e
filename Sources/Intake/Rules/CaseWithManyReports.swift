import Domain

extension Rule {
    /// More than 20 reports of one case in a half-year point to a case number used as a default.
    static let caseWithManyReports = Rule(
        file: "INT-453",
        .query,
        [.caseNumber],
        sources: ["veiligthuis"]
    ) { file in
        let limit = file.setting.limit("case-reports")
        let records = file.long(.record)
        return file.groups(by: .caseNumber).filter { rows in
            rows.count > limit && Set(rows.map { records[$0] }).count > limit
        }.map { file.finding(.caseNumber, $0[0]) }
    }
}
