import Domain

extension Rule {
    /// More than 25 persons in one report point to a number used for several reports.
    static let reportWithManyPersons = Rule(
        file: "INT-452",
        .query,
        [.record],
        sources: ["veiligthuis"]
    ) { file in
        let limit = file.setting.limit("report-rows")
        return file.groups(by: .record).filter { $0.count > limit }
            .map { file.finding(.record, $0[0]) }
    }
}
