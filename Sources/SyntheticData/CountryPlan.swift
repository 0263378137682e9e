public import Domain

/// What fictive country to make.
public struct CountryPlan: Sendable {
    /// Children aged 0–17 in the country; a calibrated country sets the number itself.
    public var children: Int
    /// The first half-year of deliveries, 2015H1 or later.
    public var from: ReportingPeriod
    /// The last half-year of deliveries.
    public var to: ReportingPeriod
    /// The seed: the same plan and seed give the same bytes.
    public var seed: UInt64
    /// Whether every published cell must come back.
    public var calibrate: Bool
    /// The share of rows at which something is wrong on purpose, 0 for none.
    public var faultRate: Double
    /// The sources to write, of ``SyntheticData/allSources``.
    public var sources: Set<String>
    /// The number of providers of youth assistance, or `nil` for one that fits the country.
    public var holders: Int?
    /// Whether one holder delivers everything, so that each period is one large file.
    public var singleFile: Bool

    /// Creates a plan.
    public init(
        children: Int,
        from: ReportingPeriod,
        to: ReportingPeriod,
        seed: UInt64,
        calibrate: Bool = false,
        faultRate: Double = 0,
        sources: Set<String> = Set(SyntheticData.sources),
        holders: Int? = nil,
        singleFile: Bool = false
    ) {
        self.children = children
        self.from = from
        self.to = to
        self.seed = seed
        self.calibrate = calibrate
        self.faultRate = faultRate
        self.sources = sources
        self.holders = holders
        self.singleFile = singleFile
    }

    /// The half-years in their order.
    var periods: [ReportingPeriod] {
        (from.ordinal...to.ordinal).map(ReportingPeriod.init(ordinal:))
    }

    /// Refuses a plan that no country can be made from.
    func check() throws(PlanError) {
        guard from >= SyntheticData.firstPeriod, from <= to else { throw .periods(from, to) }
        guard children > 0 || calibrate else { throw .children(children) }
        guard faultRate >= 0, faultRate <= 1 else { throw .faultRate(faultRate) }
        guard holders ?? 1 > 0 else { throw .holders(holders ?? 0) }
        if let unknown = sources.subtracting(SyntheticData.allSources).min() {
            throw .source(unknown)
        }
    }
}
