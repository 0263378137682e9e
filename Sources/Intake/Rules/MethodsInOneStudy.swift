import Domain

extension Rule {
    /// A study with both methods is shown as two; they are never averaged.
    static let methodsInOneStudy = Rule(
        file: "INT-830",
        .note,
        [.method],
        sources: ["prevalence"]
    ) { file in
        let method = file.small(.method)
        return file.groups(by: .study).flatMap { rows in
            rows.filter { method[$0] != method[rows[0]] }.prefix(1)
        }.map { file.finding(.method, $0) }
    }
}
