public import Domain

/// *Afwegingskader*: ways to measure against criteria, and the advice that follows.
///
/// There is one: pages, permits, indicators and the simulation all read this object.
public struct WeighingFramework: Sendable {
    /// *Criterium*: what a way to measure is judged on.
    public struct Criterion: Sendable, Equatable {
        /// The id, which is also the column of the table.
        public let id: String
        /// The heading.
        public let title: LocalizedText
        /// What to ask before scoring.
        public let legend: LocalizedText
    }

    /// *Versie*: scores by somebody at some time.
    public struct Version: Sendable {
        /// The number; the highest is in force.
        public let number: Int
        /// When it was published, as `2020-05`.
        public let published: String
        /// Who scored.
        public let scorer: LocalizedText
        /// Where it stands.
        public let source: LocalizedText
        /// The rows, in the order of their numbers.
        public let rows: [WeighingRow]
    }

    /// The criteria, in the order of the table.
    public let criteria: [Criterion]
    /// What each score means.
    public let marks: [WeighingScore: LocalizedText]
    /// The places in ``criteria`` of which the lowest score is the advice of the rule.
    public let ruleCriteria: [Int]
    /// The rule in words, with whose reading it is.
    public let ruleText: LocalizedText
    /// The versions, in the order of their numbers; there is at least one.
    public let versions: [Version]
    /// Everything that could be measured, rows first.
    public let candidates: [WeighingCandidate]

    /// The rows of the version in force.
    public var rows: [WeighingRow] { versions.last?.rows ?? [] }

    /// The row of a number, in the version in force.
    public func row(_ number: Int) -> WeighingRow? {
        rows.first { $0.number == number }
    }

    /// The candidate of a row, or with an id.
    public func candidate(named name: String) -> WeighingCandidate? {
        candidates.first { $0.id == name || $0.row.map(String.init) == name }
    }

    /// The candidate of a row.
    public func candidate(row number: Int) -> WeighingCandidate? {
        candidates.first { $0.row == number }
    }

    /// The advice of the rule: the lowest of the scores it looks at.
    ///
    /// - Parameter scores: in the order of ``criteria``.
    /// - Returns: the lowest.
    public func rule(_ scores: [WeighingScore]) -> WeighingScore {
        ruleCriteria.map { scores[$0] }.min() ?? .minus
    }
}
