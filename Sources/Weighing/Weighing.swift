/// What follows from the weighing framework: how sure an advice is, and what scorers agree on.
///
/// The framework itself is a record (`WeighingFramework` in Definitions). Here it is questioned:
///
/// - ``AdviceSensitivity``: how many cells must flip, and under which weights a candidate is
///   advised;
/// - ``ScorerAgreement``: several scorers, cell by cell, never averaged;
/// - ``ProposalReview``: what a new candidate comes to, beside what was weighed before.
public enum Weighing {}
