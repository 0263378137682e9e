import Domain

extension Rule {
    /// A study gives one estimate of a form, year, population, definition and method.
    static let estimateGivenTwice = Rule(
        file: "INT-828",
        .query,
        [.perThousand],
        sources: ["prevalence"]
    ) { file in
        let texts = [RowField.study, .studied, .definition, .studyForm, .studyYear].map(file.long)
        let method = file.small(.method)
        return file.groups { row in
            texts.reduce(UInt64(method[row]) + 1) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1[row] }
        }.flatMap { $0.dropFirst() }.map { file.finding(.perThousand, $0) }
    }
}
