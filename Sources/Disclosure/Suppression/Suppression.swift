/// Withholds what the rules say, and what else must be withheld so that nobody can work it out.
///
/// Every withheld cell gets a witness: a table that agrees with all that is printed, in which the
/// cell is at least a threshold less one higher (or, both ways together, varies so much). Witnesses
/// are looked for in what is withheld already, then at the least cost in cells that are not, first
/// near and then farther. At last every secondary cell is put back into print where the witnesses
/// it serves can do without it.
public struct Suppression: Sendable {
    private let rules: SuppressionRules

    /// Creates the suppression for rules.
    public init(_ rules: SuppressionRules = SuppressionRules()) {
        self.rules = rules
    }

    /// Decides what is withheld.
    public func run(_ problem: SuppressionProblem) -> SuppressionResult {
        let isPrimary = PrimarySuppression(rules).run(problem)
        var state = SuppressionState(problem, rules, isPrimary)
        let pieces = SuppressionPieces(problem.system)
        let incidence = BoundPropagation(problem.system)
        var search = PatternSearch(problem: problem, incidence: incidence, pieces: pieces)
        search.protect(&state)
        search.trim(&state)
        return SuppressionResult(
            isSuppressed: state.isSuppressed,
            primary: isPrimary.count { $0 },
            secondary: zip(state.isSuppressed, isPrimary).count { $0 && !$1 },
            informationLost: zip(state.isSuppressed, problem.values).reduce(0) {
                $1.0 ? $0 + $1.1 : $0
            },
            unprotected: state.open
        )
    }
}
