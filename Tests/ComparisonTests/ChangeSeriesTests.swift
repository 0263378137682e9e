import Comparison
import Definitions
import Domain
import Statistics
import Testing

@Suite("Change over time")
struct ChangeSeriesTests {
    private func points(_ from: String, _ counts: [Double?]) throws -> [ChangePoint] {
        let first = try #require(ReportingPeriod(from))
        return counts.enumerated().map { index, count in
            ChangePoint(
                period: ReportingPeriod(ordinal: first.ordinal + index),
                state: count.map {
                    .shown(CountRange(shown: $0, low: $0 - 2, high: $0 + 2), of: nil)
                }
                    ?? .missing
            )
        }
    }

    private func series(_ points: [ChangePoint], breaks: [DefinitionBreak] = []) -> ChangeSeries {
        ChangeSeries(points, breaks: breaks, kind: .count, leastPoints: 8, sigmas: 3)
    }

    private func shipped(_ id: String) throws -> DefinitionBreak {
        try #require(try Shipped.definitions.get().comparison.breaks.first { $0.id == id })
    }

    @Test func `the limits are those of Montgomery's viscosity of paint`() throws {
        // Montgomery, Introduction to Statistical Quality Control, 6th ed. (2009) example 6.5: mean
        // 33.52, mean moving range 0.48, limits 32.24 and 34.80.
        let viscosity = [
            33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00,
            33.54, 33.12, 33.84,
        ]
        let first = try #require(ReportingPeriod("2010H1"))
        let segment = try #require(
            series(
                viscosity.enumerated().map {
                    ChangePoint(
                        period: ReportingPeriod(ordinal: first.ordinal + $0.offset),
                        state: .shown(CountRange(exactly: $0.element), of: nil)
                    )
                }
            ).segments.first
        )
        #expect(abs(try #require(segment.centre) - 33.52) < 0.01)
        let limits = try #require(segment.limits[0])
        #expect(abs(limits.lower - 32.24) < 0.02)
        #expect(abs(limits.upper - 34.80) < 0.02)
        #expect(segment.signals.isEmpty)
    }

    @Test func `nothing is worked out over a break`() throws {
        let cut = try shipped("protocol-2021")
        let before: [Double?] = [100, 104, 98, 102, 97, 103, 101, 99]
        let behind: [Double?] = before.map { $0.map { $0 * 3 } }
        let found = series(try points("2017H1", before + behind), breaks: [cut])
        #expect(found.segments.count == 2)
        #expect(found.segments[0].breakBefore == nil)
        #expect(found.segments[1].breakBefore == cut)
        // Three times as much behind the break is no signal: it was counted otherwise.
        #expect(found.segments.allSatisfy { $0.signals.isEmpty })
        let uncut = series(try points("2017H1", before + behind))
        #expect(!uncut.segments[0].signals.isEmpty)
        // Each side's limits come from that side alone.
        let alone = series(try points("2021H1", behind))
        #expect(found.segments[1].limits == alone.segments[0].limits)
    }

    @Test func `a break stands before the first half-year behind it also after a hole`() throws {
        let cut = try shipped("protocol-2021")
        let found = series(try points("2019H1", [50, 50, 50, 50, nil, 50, 50]), breaks: [cut])
        #expect(found.segments.map { $0.points.count } == [4, 3])
        #expect(found.segments[1].points.first?.state == .missing)
    }

    @Test func `too short a stretch has no limits and no test`() throws {
        let segment = try #require(
            series(try points("2019H1", [10, 90, 10, 90, 10, 90, 10])).segments.first
        )
        #expect(segment.centre == nil)
        #expect(segment.limits.allSatisfy { $0 == nil })
        #expect(segment.trend == nil)
        #expect(segment.signals.isEmpty)
    }

    @Test func `a half-year outside its limits is named, unless rounding may have put it there`()
        throws
    {
        let calm: [Double?] = [100, 104, 98, 102, 97, 103, 101, 99, 100, 102]
        let found = try #require(series(try points("2014H1", calm + [160])).segments.first)
        #expect(found.signals.contains(.outside(ReportingPeriod(ordinal: 2019 * 2))))
        let limits = try #require(found.limits.last ?? nil)
        // The same point with a range that reaches its limit is not named.
        var open = try points("2014H1", calm + [160])
        open[10] = ChangePoint(
            period: open[10].period,
            state: .shown(CountRange(shown: 160, low: limits.upper - 1, high: 170), of: nil)
        )
        let untold = try #require(series(open).segments.first)
        #expect(!untold.signals.contains(.outside(open[10].period)))
    }

    @Test func `a season is no trend, a steady rise is one`() throws {
        let season: [Double?] = (0..<12).map { $0 % 2 == 0 ? 100 : 160 }
        let calm = try #require(series(try points("2010H1", season)).segments.first)
        #expect(calm.trend == nil || calm.trend.map { $0.p > 0.05 } == true)
        let rising: [Double?] = (0..<12).map { half in
            let season: Double = half % 2 == 0 ? 0 : 40
            return 100 + 6 * Double(half) + season
        }
        let found = try #require(series(try points("2010H1", rising)).segments.first)
        let trend = try #require(found.trend)
        #expect(trend.p < 0.01)
        #expect(abs(trend.perYear - 12) < 1e-9)
        #expect(found.signals.contains(.trend(rises: true)))
    }

    @Test func `withheld half-years take no part and are no hole`() throws {
        var with = try points("2014H1", [100, 104, 98, 102, 97, 103, 101, 99, 100])
        with[4] = ChangePoint(period: with[4].period, state: .withheld)
        let found = try #require(series(with).segments.first)
        #expect(found.shown == 8)
        #expect(found.limits[4] == nil)
        #expect(found.points[4].state == .withheld)
    }

    @Test func `the shipped breaks are those that are known, and the country keeps its residence`()
        throws
    {
        let comparison = try Shipped.definitions.get().comparison
        #expect(
            comparison.breaks(of: "jeugdhulp", regional: true).map(\.before.description)
                == ["2021H1", "2022H1"]
        )
        #expect(
            comparison.breaks(of: "jeugdhulp", regional: false).map(\.before.description)
                == ["2021H1"]
        )
        #expect(
            comparison.breaks(of: "veiligthuis", regional: true).map(\.before.description)
                == ["2019H1"]
        )
        #expect(
            comparison.breaks(of: "csg-counts", regional: true).map(\.before.description)
                == ["2020H1", "2021H1"]
        )
        #expect(
            comparison.explanations.map(\.id)
                == ["signalling", "registration", "holder", "completeness", "real", "chance"]
        )
    }
}
