import Domain

extension Rule {
    /// An obligatory column that is empty in more than a fifth of the records was not filled by
    /// the system.
    ///
    /// Of the number it counts whether there is one of a person.
    static let fieldIsOftenEmpty = Rule(
        file: "INT-703",
        .query,
        [],
        sources: [
            "jeugdhulp", "jeugdbescherming", "jeugdreclassering", "veiligthuis", "csg-records",
        ]
    ) { file in
        guard file.counted >= file.setting.limit("plausible-records") else { return [] }
        let limit = file.setting.limit("unknown-percent")
        return file.setting.asked.compactMap { field in
            let share = FileBatch.percent(file.empty(field), of: file.counted)
            return share > limit ? .file(subject: "\(share)", field: field.rawValue) : nil
        }
    }
}
