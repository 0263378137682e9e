/// What to do with a stratum of which one unit was drawn: it says nothing about its own spread.
///
/// The names are those of R's `survey.lonely.psu`.
public enum LonelyUnits: String, Sendable, CaseIterable {
    /// The variance is not computed.
    case fail
    /// Spread round the mean of all strata instead of the stratum's own; too high as a rule.
    case adjust
    /// The stratum gets the average variance of the others.
    case average
    /// The unit was certain to be drawn and adds nothing.
    case certainty
    /// The stratum adds nothing.
    case remove
}
