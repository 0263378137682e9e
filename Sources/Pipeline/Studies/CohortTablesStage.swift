public import CohortStudies
public import Definitions
public import Disclosure

/// *Cohort naar buiten*: the tables of a cohort through Disclosure; the only way out.
public struct CohortTablesStage {
    private let disclosure: DisclosureStage
    private let decision: DisclosureProfile.FigureRule.Decision?

    /// Creates the stage.
    ///
    /// - Precondition: the profile protects each number by itself.
    public init(profile: DisclosureProfile) {
        disclosure = DisclosureStage(profile: profile)
        decision = profile.rules[.survivalCurves]?.decision
    }

    /// Whether the profile lets repeated violence out only after somebody judged it.
    public var asksForJudgement: Bool { decision != .withCount }

    /// Protects the tables of a cohort: change, violence, response and, where it may, repeated
    /// violence at fixed days.
    ///
    /// - Parameters:
    ///   - state: the cohort.
    ///   - isJudged: whether somebody looked at the curve and said that it can be shown.
    /// - Returns: the protected tables; without repeated violence when the profile refuses it, or
    ///   asks for a judgement that was not given.
    public func run(_ state: CohortState, isJudged: Bool) -> [ProtectedTable] {
        var tables = [
            CohortTables.change(ChangeStudy.figures(state), state),
            CohortTables.violence(ViolenceWaves.figures(state), state),
            CohortTables.response(WaveResponse.all(state), state),
        ]
        if decision == .withCount || (decision == .judged && isJudged) {
            tables.append(CohortTables.repeated(RepeatedViolence.figures(state), state))
        }
        return tables.map(disclosure.run)
    }
}
