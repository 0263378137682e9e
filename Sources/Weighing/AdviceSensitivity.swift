public import Definitions

/// *Gevoeligheid*: how easily the advice on a row would have been another.
public struct AdviceSensitivity: Sendable, Equatable {
    /// A change of one cell that changes the advice of the rule.
    public struct Flip: Sendable, Equatable {
        /// The place of the criterion.
        public let criterion: Int
        /// The new score.
        public let score: WeighingScore
        /// The advice it gives.
        public let advice: WeighingScore

        package init(criterion: Int, score: WeighingScore, advice: WeighingScore) {
            self.criterion = criterion
            self.score = score
            self.advice = advice
        }
    }

    /// The advice of the rule on the scores as they are.
    public let rule: WeighingScore
    /// The fewest cells that have to change before the advice of the rule does.
    public let cells: Int
    /// The fewest steps, `-` to `o` to `+`, over all cells together.
    public let steps: Int
    /// Changes of one cell that suffice, in the order of criteria and scores.
    public let flips: [Flip]
    /// The share of weightings of all criteria in which the row is advised.
    public let share: WeightShare

    /// Questions the advice on a row.
    ///
    /// - Complexity: every assignment of scores is tried, 3 to the power of the criteria.
    public init(of scores: [WeighingScore], in framework: WeighingFramework) {
        let rule = framework.rule(scores)
        var cells = scores.count + 1
        var steps = 2 * scores.count + 1
        var flips: [Flip] = []
        for other in AdviceSensitivity.assignments(scores.count) {
            let advice = framework.rule(other)
            guard advice != rule else { continue }
            let changed = scores.indices.filter { scores[$0] != other[$0] }
            let distance = changed.reduce(0) { $0 + abs(scores[$1].value - other[$1].value) }
            cells = min(cells, changed.count)
            steps = min(steps, distance)
            if changed.count == 1 {
                flips.append(
                    Flip(criterion: changed[0], score: other[changed[0]], advice: advice)
                )
            }
        }
        self.rule = rule
        self.cells = cells
        self.steps = steps
        self.flips = flips.sorted { ($0.criterion, $0.score) < ($1.criterion, $1.score) }
        share = WeightShare(of: scores)
    }

    private static func assignments(_ count: Int) -> [[WeighingScore]] {
        (0..<count).reduce([[]]) { found, _ in
            found.flatMap { begun in WeighingScore.allCases.map { begun + [$0] } }
        }
    }
}
