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
        let columns: [(RowField, [UInt32])] = [
            (.birth, file.tally.births), (.sex, file.tally.sexes), (.start, file.tally.starts),
        ]
        return columns.compactMap { field, counts in
            let share = FileBatch.percent(FileTally.mostCommon(counts), of: count)
            return share > limit ? .file(subject: "\(share)", field: field.rawValue) : nil
        }
    }
}
