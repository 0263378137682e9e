/// Reads the table of one version of the weighing framework.
struct WeighingRowLoader {
    let folder: DefinitionFolder
    let criteria: [String]
    /// The version before, whose row numbers keep their meaning.
    let earlier: WeighingFramework.Version?

    func rows(in file: String) throws(DefinitionError) -> [WeighingRow] {
        let columns =
            ["row", "indicator"] + criteria + ["aspect", "preliminary_advice", "advice", "remarks"]
        var rows: [WeighingRow] = []
        for row in try folder.csv(file, columns: columns) {
            let number = try row.required("row").number(in: 1...99)
            guard number == rows.count + 1 else {
                throw row.required("row").mistake(
                    found: "row \(number)",
                    expected: "row \(rows.count + 1)"
                )
            }
            let indicator = try row.required("indicator").text()
            if let earlier, let same = earlier.rows.first(where: { $0.number == number }),
                same.indicator != indicator
            {
                throw row.required("indicator").mistake(
                    found: "row \(number) with another indicator than in version "
                        + "\(earlier.number), `\(same.indicator)`",
                    expected: "the same, or a number that was not used before"
                )
            }
            rows.append(
                WeighingRow(
                    number: number,
                    indicator: indicator,
                    scores: try criteria.map { id throws(DefinitionError) in
                        try row.required(id).choice(WeighingScore.self)
                    },
                    aspect: try row.required("aspect").text(),
                    advice: try row.required("preliminary_advice").choice(WeighingAdvice.self),
                    publishedAdvice: try row.required("advice").text(),
                    remarks: try row.required("remarks").text()
                )
            )
        }
        return rows
    }
}
