import Domain

extension Rule {
    /// Each registration has a number of its own.
    static let registrationTwice = Rule(
        file: "INT-532",
        .query,
        [.record],
        sources: ["csg-records"]
    ) { file in
        file.groups(by: .record).flatMap { $0.dropFirst() }.map { file.finding(.record, $0) }
    }
}
