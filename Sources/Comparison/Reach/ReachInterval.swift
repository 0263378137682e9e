public import Statistics

/// *Bereik*: children known to a source beside the children that prevalence stands for, as bounds.
///
/// `known / (prevalence × population)`: the lowest count over the highest denominator, and the
/// highest count, with what linkage may have missed, over the lowest. Bounds by interval arithmetic
/// (Moore, Kearfott and Cloud 2009): every combination of what is uncertain lies within them, and
/// there is no middle. It can pass 1, because those who are known are not all among those who are
/// estimated. It is never called a gap.
public struct ReachInterval: Sendable, Equatable {
    /// The children known, between bounds.
    public let known: Interval
    /// The children that prevalence stands for, between bounds.
    public let estimated: Interval
    /// The quotient, between bounds; `nil` where the estimate may be no child at all.
    public let reach: Interval?

    /// Works the bounds out.
    ///
    /// - Parameters:
    ///   - known: the count as shown, with what rounding leaves open.
    ///   - missedLinkage: the share of children that may be missing from it, as 0.05.
    ///   - estimated: the children that prevalence stands for.
    public init(known: CountRange, missedLinkage: Double, estimated: Interval) {
        self.init(
            known: Interval(known.low, known.high * (1 + missedLinkage)),
            estimated: estimated
        )
    }

    private init(known: Interval, estimated: Interval) {
        self.known = known
        self.estimated = estimated
        guard estimated.lower > 0, estimated.upper >= estimated.lower else {
            reach = nil
            return
        }
        reach = Interval(known.lower / estimated.upper, known.upper / estimated.lower)
    }

    /// The children known to at least one of some sources, when how far they overlap is not known.
    ///
    /// Fréchet's bounds: no fewer than the largest source has, no more than all together have.
    ///
    /// - Returns: `nil` without sources.
    public static func together(_ sources: [ReachInterval]) -> ReachInterval? {
        guard let first = sources.first else { return nil }
        return ReachInterval(
            known: Interval(
                sources.map(\.known.lower).max() ?? 0,
                sources.map(\.known.upper).reduce(0, +)
            ),
            estimated: first.estimated
        )
    }
}
