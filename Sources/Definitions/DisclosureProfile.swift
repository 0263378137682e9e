public import Domain

/// *Beveiligingsprofiel*: the numbers by which a table is protected.
public struct DisclosureProfile: Sendable {
    /// How counts are protected.
    public enum Method: String, Sendable, CaseIterable {
        /// Each number by itself; leaky, for comparison with what others publish.
        case independent
        /// The leaves of a universe together; every table a sum of them.
        case cube
        /// Figures withheld, the rest exact.
        case suppression
    }

    /// A kind of figure that is no count.
    public enum Figure: String, Sendable, CaseIterable {
        /// *Cijfer per 1 000*: a count over a population.
        case rates
        /// *Gemiddelde*.
        case means
        /// *Duur*: means and medians of days.
        case durations
        /// *Percentage*: a count over another.
        case percentages
        /// *Minimum en maximum*.
        case extremes
        /// *Overlevingscurve*.
        case survivalCurves = "survival-curves"
        /// *Modeluitkomst*: coefficients and predictions.
        case modelResults = "model-results"
        /// *Steekproefschatting*, judged by its unweighted n.
        case studyEstimates = "study-estimates"
    }

    /// When a figure that is no count may be shown.
    public struct FigureRule: Sendable, Equatable {
        /// What is decided.
        public enum Decision: String, Sendable, CaseIterable {
            /// Worked out again from protected counts alone.
            case fromProtected = "from-protected"
            /// Shown where the protected count beneath it is at least the minimum.
            case withCount = "with-count"
            /// Never shown.
            case refused
            /// For a person to judge before release.
            case judged
        }

        /// What is decided.
        public let decision: Decision
        /// The least protected count, with `with-count`, or the least unweighted n.
        public let minimum: Int?
        /// Why.
        public let reason: LocalizedText
    }

    /// The id, as `cbs`.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// How counts are protected.
    public let method: Method
    /// True counts from 1 up to one less are withheld; with the method `cube` this is 1, because
    /// rounding protects and withholding would tell zero from a small count.
    public let threshold: Int
    /// Counts are rounded to a multiple of this.
    public let roundingBase: Int
    /// What stands in place of a withheld figure.
    public let symbol: String
    /// When figures that are no counts may be shown.
    public let rules: [Figure: FigureRule]
    /// What is not sure about the numbers of somebody else's profile.
    public let uncertainties: [LocalizedText]
    /// Whether margins give withheld cells away, which must be said on the face of every table.
    public let isLeaky: Bool
    /// What must be said on the face of every table.
    public let notice: LocalizedText
    /// Where the numbers come from.
    public let source: LocalizedText
}
