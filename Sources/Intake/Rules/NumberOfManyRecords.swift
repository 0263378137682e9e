import Domain

extension Rule {
    /// One number with more than twenty records is more likely a default than a child.
    static let numberOfManyRecords = Rule(
        person: "INT-172",
        .query,
        [.number],
        sources: Rule.persons
    ) { person in
        person.rows.count > person.columns.setting.limit("number-records")
            ? [person.finding(.number, Int(person.rows.map { $0 }.min() ?? 0))] : []
    }
}
