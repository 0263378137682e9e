import Domain

/// Holds indicators and candidates to each other: what was advised against is not collected, and
/// every candidate leads to what shows it.
struct WeighingLinkCheck {
    let framework: WeighingFramework
    let indicators: [String: IndicatorDefinition]
    let published: [PublishedSeries]
    let rejected: [RejectedItem]
    /// The instruments of studies by sample.
    let instruments: [String: Instrument]

    private static let file = "weighing/candidates.yaml"

    /// Refuses an indicator on a row that was advised against, or in a study by sample only.
    ///
    /// - Parameters:
    ///   - number: the row.
    ///   - framework: the framework.
    ///   - item: the id of the indicator.
    ///   - value: where the row stands.
    /// - Throws: ``DefinitionError`` with the reason.
    static func check(
        row number: Int,
        of framework: WeighingFramework,
        item: String,
        at value: RecordValue
    ) throws(DefinitionError) {
        guard let row = framework.row(number),
            framework.candidate(row: number)?.exceptions.contains(item) != true
        else { return }
        switch row.advice {
        case .plus, .between: return
        case .study:
            throw value.mistake(
                found: "row \(number) of the weighing framework, which is advised in a study by "
                    + "sample only (\(row.publishedAdvice))",
                expected: "a row that is advised as a count"
            )
        case .minus:
            throw value.mistake(
                found: "row \(number) of the weighing framework, which was advised against "
                    + "(\(row.remarks))",
                expected: "a row that is advised"
            )
        }
    }

    /// Refuses a candidate that leads nowhere.
    func run() throws(DefinitionError) {
        for candidate in framework.candidates {
            for id in candidate.series where !published.contains(where: { $0.id == id }) {
                throw mistake("the series `\(id)` of `\(candidate.id)`", "a published series")
            }
            for id in candidate.exceptions where indicators[id]?.weighingRow != candidate.row {
                throw mistake(
                    "the exception `\(id)` of `\(candidate.id)`",
                    "an indicator on its row"
                )
            }
            for id in candidate.rejected where !rejected.contains(where: { $0.id == id }) {
                throw mistake(
                    "the rejected item `\(id)` of `\(candidate.id)`",
                    "an item of privacy/rejected.yaml"
                )
            }
            try checkStudy(candidate)
            let isCounted = indicators.values.contains { $0.weighingRow == candidate.row }
            guard candidate.verdict != .collected || isCounted || !candidate.series.isEmpty else {
                throw mistake(
                    "the candidate `\(candidate.id)`, collected, without indicator or series",
                    "one of them, or another verdict"
                )
            }
        }
        for item in rejected
        where !framework.candidates.contains(where: { $0.rejected.contains(item.id) }) {
            throw mistake(
                "no candidate with the rejected item `\(item.id)`",
                "one, so that its page shows why"
            )
        }
    }

    /// Holds a candidate to the items of instruments: who is studied says by which items, and what
    /// was not advised in a study has none.
    private func checkStudy(_ candidate: WeighingCandidate) throws(DefinitionError) {
        guard (candidate.verdict == .study) == !candidate.studyItems.isEmpty else {
            throw mistake(
                "one of `study-items` and the verdict `study` of `\(candidate.id)`",
                "both or neither"
            )
        }
        if let number = candidate.row, candidate.verdict == .study,
            framework.row(number)?.advice != .study
        {
            throw mistake(
                "the candidate `\(candidate.id)`, in a study, on a row with another advice",
                "a row that is advised in a study, or another verdict"
            )
        }
        for id in candidate.studyItems
        where !instruments.values.contains(where: { $0.item(id) != nil }) {
            throw mistake(
                "the study item `\(id)` of `\(candidate.id)`",
                "an item of an instrument"
            )
        }
    }

    private func mistake(_ found: String, _ expected: String) -> DefinitionError {
        DefinitionError(
            file: WeighingLinkCheck.file,
            line: nil,
            found: found,
            expected: expected
        )
    }
}
