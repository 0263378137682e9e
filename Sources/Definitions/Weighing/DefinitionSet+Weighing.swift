public import Domain

extension DefinitionSet {
    /// A row of the weighing framework in one sentence: its title, scores and advice.
    ///
    /// - Parameters:
    ///   - number: the row.
    ///   - language: the language.
    /// - Returns: the sentence; empty when there is no such row.
    public func weighingSentence(row number: Int, _ language: Language) -> String {
        guard let row = weighing.row(number), let candidate = weighing.candidate(row: number)
        else { return "" }
        var values = [
            "row": String(number), "title": candidate.title[language],
            "advice": texts("weighing.advice.\(row.advice.rawValue)", language),
        ]
        for (criterion, score) in zip(weighing.criteria, row.scores) {
            values[criterion.id] = score.sign
        }
        return texts("page.weighing.row", language, values)
    }
}
