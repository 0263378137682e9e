public import Domain
public import Statistics

/// *Vergelijkingsblad*: one measure of one period compared over all municipalities.
///
/// Made when tables are published, so that a page only reads it. Rows stand by code: it is no
/// ranking, and nothing in it says what is better.
public struct ComparisonSheet: Sendable, Equatable {
    /// A municipality.
    public struct Row: Sendable, Equatable {
        /// A figure with its limits.
        public struct Estimate: Sendable, Equatable {
            /// The figure.
            public let value: Double
            /// Its limits.
            public let limits: Interval

            /// Creates an estimate.
            public init(value: Double, limits: Interval) {
                self.value = value
                self.limits = limits
            }
        }

        /// The code, as `GM0363`.
        public let code: String
        /// The count above the line; `nil` where it is withheld.
        public let events: CountRange?
        /// The size below the line; `nil` where it is withheld.
        public let size: CountRange?
        /// Where it lies in the funnel; `nil` without a figure.
        public let place: FunnelComparison.Place?
        /// Events expected when the rates of the country held in each stratum.
        public let expected: CountRange?
        /// The share of its size of which the stratum is withheld.
        public let withheldShare: Double
        /// Observed over expected.
        public let ratio: Estimate?
        /// The figure drawn towards that of all, as a ratio to the country or to what is expected.
        public let shrunken: Estimate?

        /// Creates a row.
        public init(
            code: String,
            events: CountRange?,
            size: CountRange?,
            place: FunnelComparison.Place?,
            expected: CountRange?,
            withheldShare: Double,
            ratio: Estimate?,
            shrunken: Estimate?
        ) {
            self.code = code
            self.events = events
            self.size = size
            self.place = place
            self.expected = expected
            self.withheldShare = withheldShare
            self.ratio = ratio
            self.shrunken = shrunken
        }

        /// The figure as a quotient with what rounding leaves open; `nil` where it is withheld.
        public var figure: Estimate? {
            guard let events, let size else { return nil }
            let (value, range) = events.over(size)
            return value.isFinite ? Estimate(value: value, limits: range) : nil
        }
    }

    /// A place of the curves: the limits at a size.
    public struct CurvePoint: Sendable, Equatable {
        /// The size.
        public let size: Double
        /// Inner limits, with the spread between units.
        public let inner: Interval
        /// Outer limits, with the spread between units.
        public let outer: Interval
        /// Inner limits by chance alone.
        public let exactInner: Interval
        /// Outer limits by chance alone.
        public let exactOuter: Interval

        /// Creates a place.
        public init(
            size: Double,
            inner: Interval,
            outer: Interval,
            exactInner: Interval,
            exactOuter: Interval
        ) {
            self.size = size
            self.inner = inner
            self.outer = outer
            self.exactInner = exactInner
            self.exactOuter = exactOuter
        }
    }

    /// The measure, as `repeat-share`.
    public let measure: String
    /// The period.
    public let period: Period
    /// Events of the country.
    public let countryEvents: CountRange
    /// The country's size.
    public let countrySize: CountRange
    /// Mean squared z-score of the municipalities; undefined with too few.
    public let phi: Double
    /// The variance between them on the scale of the z-scores.
    public let tau2: Double
    /// How many of them took part in measuring it.
    public let counted: Int
    /// The municipalities, by code.
    public let rows: [Row]
    /// The limits over the range of sizes.
    public let curve: [CurvePoint]

    /// Creates a sheet.
    public init(
        measure: String,
        period: Period,
        countryEvents: CountRange,
        countrySize: CountRange,
        phi: Double,
        tau2: Double,
        counted: Int,
        rows: [Row],
        curve: [CurvePoint]
    ) {
        self.measure = measure
        self.period = period
        self.countryEvents = countryEvents
        self.countrySize = countrySize
        self.phi = phi
        self.tau2 = tau2
        self.counted = counted
        self.rows = rows
        self.curve = curve
    }

    /// The figure of the country.
    public var target: Double { countryEvents.shown / countrySize.shown }

    /// The row of a municipality.
    ///
    /// - Complexity: O(log *n*).
    public func row(_ code: String) -> Row? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].code == code ? rows[low] : nil
    }

    /// Municipalities whose figure is withheld.
    public var withheld: Int { rows.count { $0.events == nil || $0.size == nil } }
}
