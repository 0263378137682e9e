import Definitions
import Domain
import Statistics

/// The framework as JSON.
struct WeighingDescription {
    let words: WeighingWords
    let version: Int

    /// Candidates with the scores and words of the version.
    func json(_ candidates: [WeighingCandidate]) -> String {
        let edition = words.framework.versions[version - 1]
        return JSONValue.object([
            "version": .integer(version),
            "published": .string(edition.published),
            "source": .string(edition.source[words.language]),
            "scorer": .string(edition.scorer[words.language]),
            "rule": .string(words.framework.ruleText[words.language]),
            "candidates": .array(candidates.map(describe)),
        ]).text
    }

    private func describe(_ candidate: WeighingCandidate) -> JSONValue {
        let language = words.language
        var fields: [String: JSONValue] = [
            "id": .string(candidate.id),
            "title": .string(candidate.title[language]),
            "aspect": .string(candidate.aspect[language]),
            "shows": .string(candidate.shows[language]),
            "verdict": .string(candidate.verdict.rawValue),
            "reason": .string(candidate.reason[language]),
            "reference": .string(candidate.reference),
            "indicators": .array(words.indicators(candidate.row).map { .string($0) }),
            "series": .array(candidate.series.map { .string($0) }),
            "rejected": .array(candidate.rejected.map { .string($0) }),
            "difference": candidate.difference.map { .string($0[language]) } ?? .null,
        ]
        guard let row = words.row(candidate, version: version) else { return .object(fields) }
        var scores: [String: JSONValue] = [:]
        for (criterion, score) in zip(words.framework.criteria, row.scores) {
            scores[criterion.id] = .string(score.rawValue)
        }
        fields["row"] = .integer(row.number)
        fields["scores"] = .object(scores)
        fields["rule"] = .string(words.framework.rule(row.scores).rawValue)
        fields["advice"] = .string(row.advice.rawValue)
        fields["as-published"] = .object([
            "indicator": .string(row.indicator), "aspect": .string(row.aspect),
            "advice": .string(row.publishedAdvice), "remarks": .string(row.remarks),
        ])
        return .object(fields)
    }
}
