import Definitions

extension IndicatorDefinition {
    /// Whether it needs the records of the half-year after.
    var looksAhead: Bool { measures.contains { $0.kind == .noNewStart } }

    /// Whether it needs what was asked when help ended.
    var needsOutcomes: Bool {
        breakdowns.contains(.informant) || measures.contains(where: \.kind.isOutcome)
    }
}
