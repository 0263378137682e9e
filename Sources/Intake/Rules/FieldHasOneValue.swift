import Domain

extension Rule {
    /// Birth date, sex and start differ between children; one value in nearly every record is a
    /// default.
    static let fieldHasOneValue = Rule(
        tally: "INT-707",
        .query,
        [.birth, .sex, .start],
        sources: Rule.persons
    ) { file in
        let count = file.tally.counted
        guard count >= file.setting.limit("plausible-records") else { return [] }
        let limit = file.setting.limit("same-value-percent")
        let columns: [(RowField, Int)] = [
            (.birth, file.tally.births.mostCommon),
            (.sex, Int(file.tally.sexes.dropFirst().max() ?? 0)),
            (.start, file.tally.starts.mostCommon),
        ]
        return columns.compactMap { field, most in
            let share = FileBatch.percent(most, of: count)
            return share > limit ? .file(subject: "\(share)", field: field.rawValue) : nil
        }
    }
}
