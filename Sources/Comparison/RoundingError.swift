public import Definitions
public import Disclosure

/// *Afrondingsfout*: which counts may lie behind a number that a profile shows.
public struct RoundingError: Sendable, Equatable {
    private let method: DisclosureProfile.Method
    private let threshold: Double
    private let base: Int

    /// Creates the error of a profile.
    public init(_ profile: DisclosureProfile) {
        method = profile.method
        threshold = Double(profile.threshold)
        base = max(1, profile.roundingBase)
    }

    /// The counts behind what is shown; `nil` where it is withheld.
    ///
    /// Rounded by itself: half a base down and up, not below the threshold, and a zero is a zero. In
    /// a protected cube a number is a sum of rounded parts; its error is taken as two bases, above
    /// the 8 that the rounding aims at and does not promise. With suppression a number is exact.
    public func range(_ value: ProtectedTable.Value) -> CountRange? {
        guard case .shown(let number) = value else { return nil }
        let shown = Double(number)
        switch method {
        case .suppression: return CountRange(exactly: shown)
        case .independent:
            guard number > 0 else { return CountRange(exactly: 0) }
            return CountRange(
                shown: shown,
                low: max(threshold, shown - Double(base / 2)),
                high: shown + Double(base - 1 - base / 2)
            )
        case .cube:
            let error = Double(2 * base)
            return CountRange(shown: shown, low: max(0, shown - error), high: shown + error)
        }
    }
}
