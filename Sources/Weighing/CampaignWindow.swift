public import Definitions
public import Domain

/// *Voor en na een campagne*: the figures of one item of a series around a campaign.
///
/// Only periods that lie wholly before or wholly after count; those in which the campaign ran stand
/// between. Figures on the other side of a break are left out: no comparison crosses one.
public struct CampaignWindow: Sendable, Equatable {
    /// The figures of the periods before, oldest first.
    public let before: [PublishedFigure]
    /// The figures of the periods in which it ran.
    public let during: [PublishedFigure]
    /// The figures of the periods after, oldest first.
    public let after: [PublishedFigure]
    /// Whether figures were left out because of a break.
    public let isBroken: Bool

    /// Looks at a series around a campaign.
    ///
    /// - Parameters:
    ///   - campaign: the campaign.
    ///   - series: the series; only its half-years, or its years when it has no half-years.
    ///   - item: the item.
    ///   - reach: how many periods on each side.
    public init(
        _ campaign: CampaignRegister.Campaign,
        series: PublishedSeries,
        item: String,
        reach: Int
    ) {
        let all = series.figures.compactMap { figure -> (Period, PublishedFigure)? in
            guard figure.item == item, let period = Period(figure.period) else { return nil }
            return (period, figure)
        }
        let halves = all.filter { if case .halfYear = $0.0 { true } else { false } }
        let breaks = series.breaks.compactMap { Period($0.before)?.start }
        var before: [PublishedFigure] = []
        var during: [PublishedFigure] = []
        var after: [PublishedFigure] = []
        var isBroken = false
        for (period, figure) in (halves.isEmpty ? all : halves).sorted(by: { $0.0 < $1.0 }) {
            let isCut = breaks.contains { line in
                (period.end < line && line <= campaign.from)
                    || (campaign.from < line && line <= period.start)
            }
            if isCut {
                isBroken = true
            } else if period.end < campaign.from {
                before.append(figure)
            } else if period.start > campaign.until {
                after.append(figure)
            } else {
                during.append(figure)
            }
        }
        self.before = Array(before.suffix(reach))
        self.during = during
        self.after = Array(after.prefix(reach))
        self.isBroken = isBroken
    }
}
