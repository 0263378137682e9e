import Domain

extension Rule {
    /// Birth date, sex and start differ between children; one value in nearly every record is a
    /// default.
    static let fieldHasOneValue = Rule(
        file: "INT-707",
        .query,
        [.birth, .sex, .start],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    ) { file in
        guard file.counted >= file.setting.limit("plausible-records") else { return [] }
        let limit = file.setting.limit("same-value-percent")
        return [RowField.birth, .sex, .start].compactMap { field in
            let share = FileBatch.percent(file.mostCommon(field), of: file.counted)
            return share > limit ? .file(subject: "\(share)", field: field.rawValue) : nil
        }
    }
}
