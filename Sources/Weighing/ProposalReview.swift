public import Definitions

/// *Toets van een voorstel*: what a new candidate comes to, beside what was weighed before.
public struct ProposalReview: Sendable {
    /// The advice of the rule.
    public let advice: WeighingScore
    /// How easily that would have been another.
    public let sensitivity: AdviceSensitivity
    /// The rows whose published advice is better, in their order.
    public let better: [WeighingRow]
    /// Hours of recording a year, in the whole country.
    public let hoursPerYear: Double
    /// Whether it would be recorded for the figures alone.
    public let isForFiguresAlone: Bool

    /// Reviews a proposal.
    public init(of proposal: CandidateProposal, in framework: WeighingFramework) {
        let advice = framework.rule(proposal.scores)
        self.advice = advice
        sensitivity = AdviceSensitivity(of: proposal.scores, in: framework)
        better = framework.rows.filter { row in
            switch row.advice {
            case .plus: advice < .plus
            case .between, .study: advice < .between
            case .minus: false
            }
        }
        hoursPerYear = proposal.hoursPerYear
        isForFiguresAlone = proposal.primaryProcess == nil
    }
}
