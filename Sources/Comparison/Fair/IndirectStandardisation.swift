public import Statistics

/// *Indirecte standaardisatie*: how many events a unit would have if the rates of the country held
/// in each stratum, and how the events it had compare with that.
///
/// Breslow and Day, *Statistical Methods in Cancer Research* II (1987) ch. 2: `O / E` with the exact
/// Poisson limits of `O`. The risk-standardised figure is `O / E` times the figure of the country.
public struct IndirectStandardisation: Sendable, Equatable {
    /// One stratum: an age and sex, or a form of help.
    public struct Stratum: Sendable, Equatable {
        /// Its code.
        public let code: String
        /// The unit's size in it; `nil` where that is withheld.
        public let size: CountRange?
        /// Events of the country in it; `nil` where that is withheld.
        public let events: Double?
        /// The country's size in it.
        public let countrySize: Double?

        /// Creates a stratum.
        public init(code: String, size: CountRange?, events: Double?, countrySize: Double?) {
            self.code = code
            self.size = size
            self.events = events
            self.countrySize = countrySize
        }

        /// The rate of the country; `nil` where it is withheld or has no size.
        public var rate: Double? {
            guard let events, let countrySize, countrySize > 0 else { return nil }
            return events / countrySize
        }
    }

    /// Events expected, between bounds; shown is the middle way.
    public let expected: CountRange
    /// The share of the unit's size of which the stratum is withheld, from 0 to 1.
    public let withheldShare: Double

    /// Works out what is expected.
    ///
    /// What is left of the whole after the strata that are shown has an unknown stratum: it is
    /// expected at no less than the lowest and no more than the highest rate of the withheld strata,
    /// and is shown at the rate of the country.
    ///
    /// - Parameters:
    ///   - strata: the strata of the unit.
    ///   - whole: the unit's size over all strata.
    ///   - overall: the rate of the country over all strata.
    public init(strata: [Stratum], whole: CountRange, overall: Double) {
        var shown = 0.0
        var low = 0.0
        var high = 0.0
        var seen = CountRange(exactly: 0)
        var openRates: [Double] = []
        var isOpen = false
        for stratum in strata {
            guard let size = stratum.size, let rate = stratum.rate else {
                isOpen = true
                openRates += stratum.rate.map { [$0] } ?? [0, 1]
                continue
            }
            shown += size.shown * rate
            low += size.low * rate
            high += size.high * rate
            seen = seen + size
        }
        let rest = whole - seen
        guard isOpen, rest.high > 0 else {
            expected = CountRange(shown: shown, low: low, high: high)
            withheldShare = 0
            return
        }
        let least = min(openRates.min() ?? overall, overall)
        let most = max(openRates.max() ?? overall, overall)
        expected = CountRange(
            shown: shown + rest.shown * overall,
            low: low + rest.low * least,
            high: high + rest.high * most
        )
        withheldShare = whole.shown > 0 ? min(1, rest.shown / whole.shown) : 0
    }

    /// Observed over expected with its limits: exact for the lowest and the highest count, over the
    /// highest and the lowest expectation.
    ///
    /// - Returns: the ratio and its limits; undefined when nothing may be expected.
    public func ratio(
        observed: CountRange,
        level: Double = 0.95
    ) -> (value: Double, limits: Interval) {
        guard expected.low > 0, expected.shown > 0 else { return (.nan, .undefined) }
        let below = RatioInterval.exact.limits(
            observed: observed.low,
            expected: expected.high,
            level: level
        )
        let above = RatioInterval.exact.limits(
            observed: observed.high,
            expected: expected.low,
            level: level
        )
        return (observed.shown / expected.shown, Interval(below.lower, above.upper))
    }
}
