public import Definitions
import Statistics

/// *Overeenstemming van beoordelaars*: what several scorers gave, cell by cell, never averaged.
public struct ScorerAgreement: Sendable {
    /// What scorers gave one cell.
    public struct Cell: Sendable, Equatable {
        /// The row.
        public let row: Int
        /// The place of the criterion.
        public let criterion: Int
        /// How many gave `-`, `o` and `+`.
        public let counts: [Int]
        /// The share of pairs of scorers who gave the same; undefined for fewer than two.
        public let agreement: Double?

        package init(row: Int, criterion: Int, counts: [Int], agreement: Double?) {
            self.row = row
            self.criterion = criterion
            self.counts = counts
            self.agreement = agreement
        }

        /// How many scored it.
        public var scorers: Int { counts.reduce(0, +) }
    }

    /// What the rule makes of each scorer who scored all that it looks at.
    public struct Advice: Sendable, Equatable {
        /// The row.
        public let row: Int
        /// How many scorers come to `-`, `o` and `+`.
        public let counts: [Int]

        package init(row: Int, counts: [Int]) {
            self.row = row
            self.counts = counts
        }
    }

    /// How far scorers agree on one criterion, over all rows.
    public struct Criterion: Sendable, Equatable {
        /// The place of the criterion.
        public let criterion: Int
        /// The share of pairs of scores on the same row that are equal; undefined without pairs.
        public let agreement: Double?
        /// Krippendorff's alpha on ordinal scores; undefined without pairs or when all are equal.
        public let alpha: Double?
    }

    /// The scorers, by name.
    public let scorers: [String]
    /// The cells that somebody scored, by row and criterion.
    public let cells: [Cell]
    /// The advice by row.
    public let advice: [Advice]
    /// Agreement by criterion.
    public let criteria: [Criterion]

    /// Counts what scorers gave.
    public init(_ sheet: ScoreSheet, framework: WeighingFramework) {
        let names = Set(sheet.entries.map(\.scorer)).sorted()
        scorers = names
        var table: [Int: [Int: [String: WeighingScore]]] = [:]
        for entry in sheet.entries {
            table[entry.row, default: [:]][entry.criterion, default: [:]][entry.scorer] =
                entry.score
        }
        let places = framework.criteria.indices
        cells = table.keys.sorted().flatMap { row in
            places.compactMap { place in
                guard let given = table[row]?[place] else { return nil }
                let counts = ScorerAgreement.counts(Array(given.values))
                return Cell(
                    row: row,
                    criterion: place,
                    counts: counts,
                    agreement: ScorerAgreement.pairs(counts)
                )
            }
        }
        advice = table.keys.sorted().compactMap { row in
            let found = names.compactMap { name -> WeighingScore? in
                let scores = framework.ruleCriteria.compactMap { table[row]?[$0]?[name] }
                return scores.count == framework.ruleCriteria.count ? scores.min() : nil
            }
            return found.isEmpty ? nil : Advice(row: row, counts: ScorerAgreement.counts(found))
        }
        criteria = places.map { place in
            let units = table.keys.sorted().map { row in
                names.map { table[row]?[place]?[$0]?.rawValue }
            }
            let ratings = try? Ratings(units, categories: WeighingScore.allCases.map(\.rawValue))
            return Criterion(
                criterion: place,
                agreement: ratings?.percentAgreement,
                alpha: ratings?.krippendorffAlpha(.ordinal).estimate
            )
        }
    }

    private static func counts(_ scores: [WeighingScore]) -> [Int] {
        WeighingScore.allCases.map { score in scores.count { $0 == score } }
    }

    /// The share of pairs that agree (the agreement of one unit in Fleiss 1971).
    private static func pairs(_ counts: [Int]) -> Double? {
        let all = counts.reduce(0, +)
        guard all > 1 else { return nil }
        let same = counts.reduce(0) { $0 + $1 * ($1 - 1) }
        return Double(same) / Double(all * (all - 1))
    }
}
