public import Statistics

/// *Schatting uit dossiers*: a figure of one domain, with everything that makes it unsure.
public struct StudyFigure: Sendable, Equatable {
    /// The estimate.
    public let estimate: String
    /// The domain.
    public let domain: String
    /// Files that have a value, not weighted.
    public let files: Int
    /// Of those, files with the trait; `nil` for a mean.
    public let with: Int?
    /// Files that were read and have no value.
    public let missing: Int
    /// Whether coders agree enough for there to be a figure.
    public let isAgreed: Bool
    /// The share or mean with its variance, that between coders included; `nil` when coders do not
    /// agree or there is nothing to estimate from.
    public let value: SurveyEstimate?
    /// What of the variance is between coders; `nil` when nothing was read twice.
    public let coderVariance: Double?
    /// The interval; `nil` when undefined.
    public let interval: Interval?
    /// How the interval was made.
    public let convention: String
    /// From what, if all who did not take part were without (0 for a mean), to what, if all were
    /// with (100 for a mean).
    public let bounds: Interval?
    /// The estimated number of files with the trait in the whole population; only for a calibrated
    /// share.
    public let total: SurveyEstimate?
    /// The interval of the total.
    public let totalInterval: Interval?
    /// What must be known; whole sentences.
    public let warnings: [String]

    package init(
        estimate: String,
        domain: String,
        files: Int,
        with: Int?,
        missing: Int,
        isAgreed: Bool,
        value: SurveyEstimate?,
        coderVariance: Double?,
        interval: Interval?,
        convention: String,
        bounds: Interval?,
        total: SurveyEstimate?,
        totalInterval: Interval?,
        warnings: [String]
    ) {
        self.estimate = estimate
        self.domain = domain
        self.files = files
        self.with = with
        self.missing = missing
        self.isAgreed = isAgreed
        self.value = value
        self.coderVariance = coderVariance
        self.interval = interval
        self.convention = convention
        self.bounds = bounds
        self.total = total
        self.totalInterval = totalInterval
        self.warnings = warnings
    }
}
