public import Definitions
public import Domain
public import Statistics

/// *Reeks zonder breuk*: half-years that may be compared with each other, with the limits of chance.
///
/// Shares have a p′ chart and rates a u′ chart (Laney 2002), counts without a denominator an XmR
/// chart (Montgomery). Runs and crossings are judged by Anhøj and Olesen 2014, the trend by Mann and
/// Kendall within each half of the year (Hirsch, Slack and Smith 1982), so that a season is no trend.
public struct ChangeSegment: Sendable, Equatable {
    /// Something that chance alone seldom does.
    public enum Signal: Sendable, Equatable {
        /// A half-year lies outside its limits, whatever count lies behind what is shown.
        case outside(ReportingPeriod)
        /// Too long on one side of the centre, or too few crossings of it.
        case run
        /// A trend over the whole stretch.
        case trend(rises: Bool)
    }

    /// The trend of a stretch.
    public struct Trend: Sendable, Equatable {
        /// The probability of a trend at least as strong when there is none.
        public let p: Double
        /// The change for each year, Sen's slope.
        public let perYear: Double
        /// Its limits; undefined where the stretch is too short for them.
        public let limits: Interval
    }

    /// The half-years in their order, holes included.
    public let points: [ChangePoint]
    /// The break before the first of them.
    public let breakBefore: DefinitionBreak?
    /// The centre; `nil` with too few half-years for limits.
    public let centre: Double?
    /// The limits of each point; `nil` where there are none.
    public let limits: [Interval?]
    /// The trend; `nil` with too few half-years or without any difference.
    public let trend: Trend?
    /// What chance alone seldom does, in the order of time.
    public let signals: [Signal]

    /// How many half-years are shown.
    public var shown: Int { points.count { $0.figure != nil } }

    /// Works out limits and tests of one stretch.
    init(
        _ points: [ChangePoint],
        breakBefore: DefinitionBreak?,
        kind: ControlChart.Kind,
        leastPoints: Int,
        sigmas: Double
    ) {
        self.points = points
        self.breakBefore = breakBefore
        let figures = points.compactMap { point in point.figure.map { (point.period, $0) } }
        guard figures.count >= leastPoints else {
            centre = nil
            limits = points.map { _ in nil }
            trend = nil
            signals = []
            return
        }
        var settings = ControlChart.Settings()
        settings.sigmas = sigmas
        let chart = ControlChart(
            kind,
            values: figures.map(\.1.events),
            sizes: kind == .xmr ? nil : figures.map(\.1.size),
            settings: settings
        )
        centre = chart.centre
        var next = chart.points.makeIterator()
        let limits = points.map { point -> Interval? in
            guard point.figure != nil, let drawn = next.next() else { return nil }
            return Interval(max(0, drawn.limits.lower), drawn.limits.upper)
        }
        self.limits = limits
        let trend = ChangeSegment.trend(figures.map { ($0.0, $0.1.value) })
        self.trend = trend
        var signals: [Signal] = []
        for (point, limit) in zip(points, limits) {
            guard let figure = point.figure, let limit else { continue }
            if figure.range.lower > limit.upper || figure.range.upper < limit.lower {
                signals.append(.outside(point.period))
            }
        }
        // A quotient that equals the centre but for the last bit lies on no side of it.
        let values = figures.map { figure in
            let value = figure.1.value
            return abs(value - chart.centre) <= 1e-9 * abs(chart.centre) ? chart.centre : value
        }
        if RunRules(values, centre: chart.centre).hasSignal { signals.append(.run) }
        if let trend, trend.p < 0.05 { signals.append(.trend(rises: trend.perYear > 0)) }
        self.signals = signals
    }

    private static func trend(_ figures: [(ReportingPeriod, Double)]) -> Trend? {
        let seasons = [1, 2].map { half in
            figures.filter { $0.0.half == half }
        }.filter { $0.count > 1 }
        let test = MannKendall(seasons: seasons.map { $0.map(\.1) })
        let z = test.z()
        guard z.isFinite else { return nil }
        let slope = SenSlope(
            seasons: seasons.map { season in
                (times: season.map { Double($0.0.year) }, values: season.map(\.1))
            }
        )
        return Trend(
            p: min(1, 2 * Normal.upper(abs(z))),
            perYear: slope.slope,
            limits: slope.limits
        )
    }
}
