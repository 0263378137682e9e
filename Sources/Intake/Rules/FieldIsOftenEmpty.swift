import Domain

extension Rule {
    /// An obligatory column that is empty in more than a fifth of the records was not filled by
    /// the system.
    ///
    /// Of the number it counts whether there is one of a person.
    static let fieldIsOftenEmpty = Rule(
        tally: "INT-703",
        .query,
        [],
        sources: Rule.persons
    ) { file in
        let count = file.tally.counted
        guard count >= file.setting.limit("plausible-records") else { return [] }
        let limit = file.setting.limit("unknown-percent")
        return file.setting.asked.compactMap { field in
            guard let place = file.setting.layout.index(of: field) else { return nil }
            let share = FileBatch.percent(file.tally.empty[place], of: count)
            return share > limit ? .file(subject: "\(share)", field: field.rawValue) : nil
        }
    }
}
