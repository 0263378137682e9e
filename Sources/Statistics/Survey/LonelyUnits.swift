/// What to do with a stratum of which one unit was drawn: it says nothing about its own spread.
///
/// The names are those of R's `survey.lonely.psu`.
public enum LonelyUnits: String, Sendable, CaseIterable {
    /// The variance is not computed.
    case fail
    /// Spread round 0 instead of the stratum's mean; too high as a rule.
    ///
    /// Influence values of a mean or a ratio add up to 0, so there 0 is the overall mean.
    case adjust
    /// The stratum gets the average variance of the others.
    case average
    /// The unit was certain to be drawn and adds nothing.
    case certainty
    /// The stratum adds nothing.
    case remove
}
