import Comparison
import Domain
import Statistics

/// *Verandering in de tijd*: half-years as points with the limits of chance, cut at every break.
///
/// A line runs from one half-year to the next where both are shown and no break lies between them;
/// limits belong to their own stretch.
struct ChangeChart: Sendable {
    /// The series with its stretches.
    let series: ChangeSeries
    /// The number of units figures are stated for; 1 for counts.
    let per: Double
    /// The mark of each half-year: counted, provisional, withheld or missing.
    let marks: [Mark]
    /// The core in words.
    let summary: String
    /// The words at a break with a reason too long to stand there.
    let breakLabel: String

    /// The tones that occur.
    var tones: [Tone] { marks.map(\.tone) + (series.segments.count > 1 ? [.lineBreak] : []) }

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) { drawing(wording, width: 780, height: 260) }
            element("div", .class("narrow")) { drawing(wording, width: 350, height: 230) }
        }
    }

    private func drawing(_ wording: Wording, width: Double, height: Double) -> HTML {
        let frame = ChangeFrame(self, width: width, height: height)
        return SVG.drawing(width: width, height: height, summary: summary) {
            stretches(frame)
            frame.axis.lines.map { value in
                HTML.joined([
                    SVG.line(
                        x1: frame.left,
                        y1: frame.y(value),
                        x2: frame.right,
                        y2: frame.y(value),
                        value == frame.axis.from ? "ax" : "gr"
                    ),
                    SVG.text(
                        wording.number(value),
                        x: frame.left - 7,
                        y: frame.y(value) + 4,
                        "sm",
                        anchor: .end
                    ),
                ])
            }
            lines(frame)
            points(wording, frame)
        }
    }

    private func stretches(_ frame: ChangeFrame) -> HTML {
        var start = 0
        let drawn = series.segments.map { segment -> HTML in
            defer { start += segment.points.count }
            let places = segment.limits.indices.filter { segment.limits[$0] != nil }
            guard let centre = segment.centre, let first = places.first, let last = places.last
            else { return .empty }
            let upper = places.flatMap { place -> [(x: Double, y: Double)] in
                let y = frame.y((segment.limits[place]?.upper ?? 0) * per)
                return frame.width(of: start + place).map { ($0, y) }
            }
            let lower = places.flatMap { place -> [(x: Double, y: Double)] in
                let y = frame.y((segment.limits[place]?.lower ?? 0) * per)
                return frame.width(of: start + place).map { ($0, y) }
            }
            return parts {
                SVG.area(upper + lower.reversed(), "f6")
                SVG.line(
                    x1: frame.width(of: start + first)[0],
                    y1: frame.y(centre * per),
                    x2: frame.width(of: start + last)[1],
                    y2: frame.y(centre * per),
                    "ref"
                )
            }
        }
        return HTML.joined(drawn)
    }

    private func lines(_ frame: ChangeFrame) -> HTML {
        var start = 0
        var runs: [[(x: Double, y: Double)]] = []
        for segment in series.segments {
            var run: [(x: Double, y: Double)] = []
            for place in segment.points.indices {
                if let value = marks[start + place].top {
                    run.append((frame.middle(start + place), frame.y(value)))
                } else {
                    runs.append(run)
                    run = []
                }
            }
            runs.append(run)
            start += segment.points.count
        }
        return HTML.joined(runs.filter { $0.count > 1 }.map { SVG.run($0, "lijn") })
    }

    private func points(_ wording: Wording, _ frame: ChangeFrame) -> HTML {
        let all = series.points
        let last = marks.lastIndex { $0.top != nil }
        let named = series.segments.flatMap(\.signals).compactMap { signal -> ReportingPeriod? in
            if case .outside(let period) = signal { period } else { nil }
        }
        var start = 0
        let breaks = series.segments.enumerated().map { index, segment -> HTML in
            defer { start += segment.points.count }
            guard index > 0 else { return .empty }
            let x = frame.middle(start) - frame.slot / 2 - frame.gap / 2
            return parts {
                SVG.rectangle(
                    x: x - frame.gap / 2,
                    y: frame.floor - 4,
                    width: frame.gap,
                    height: 8,
                    "hbg"
                )
                SVG.slashes(x: x - 6, y: frame.floor + 6)
                SVG.upright(breakLabel, x: x + 4, y: frame.floor - 12)
            }
        }
        return parts {
            breaks
            all.indices.map { index in
                HTML.joined([
                    mark(index, frame),
                    named.contains(all[index].period) || index == last
                        ? SVG.text(
                            marks[index].label(wording),
                            x: min(frame.middle(index), frame.right - 18),
                            y: frame.y(marks[index].top ?? 0) - 12,
                            "b sm halo",
                            anchor: .middle
                        ) : .empty,
                    frame.names(index, all)
                        ? SVG.text(
                            String(all[index].period.year),
                            x: frame.middle(index),
                            y: frame.floor + 17,
                            "sm",
                            anchor: .middle
                        ) : .empty,
                ])
            }
        }
    }

    private func mark(_ index: Int, _ frame: ChangeFrame) -> HTML {
        let x = frame.middle(index)
        switch marks[index] {
        case .suppressed:
            return SVG.rectangle(x: x - 8, y: frame.floor - 26, width: 16, height: 26, "m-afg")
        case .missing:
            return SVG.line(
                x1: x - frame.slot / 2 + 2,
                y1: frame.floor,
                x2: x + frame.slot / 2 - 2,
                y2: frame.floor,
                "dot0"
            )
        default:
            guard let value = marks[index].top else { return .empty }
            return SVG.circle(x: x, y: frame.y(value), radius: 4.5, marks[index].tone.mark)
        }
    }
}

/// Where everything stands in a chart of change.
struct ChangeFrame {
    let left = 54.0
    let gap = 26.0
    let right: Double
    let floor: Double
    let slot: Double
    let axis: ChangeAxis
    private let starts: [Int]
    private let ceiling = 24.0

    init(_ chart: ChangeChart, width: Double, height: Double) {
        right = width - 6
        floor = height - 30
        var place = 0
        starts = chart.series.segments.map { segment in
            defer { place += segment.points.count }
            return place
        }.filter { $0 > 0 }
        slot = (right - left - Double(starts.count) * gap) / Double(max(1, place))
        let limits = chart.series.segments.flatMap(\.limits).compactMap { $0 }
        axis = ChangeAxis(
            holding: chart.marks.compactMap(\.top) + limits.map { $0.upper * chart.per }
                + limits.map { $0.lower * chart.per }
        )
    }

    func y(_ value: Double) -> Double {
        floor - (value - axis.from) / (axis.to - axis.from) * (floor - ceiling)
    }

    /// The left and the right edge of a place.
    func width(of index: Int) -> [Double] {
        [middle(index) - slot / 2, middle(index) + slot / 2]
    }

    /// The middle of a place.
    func middle(_ index: Int) -> Double {
        left + Double(starts.count { $0 <= index }) * gap + (Double(index) + 0.5) * slot
    }

    /// Whether the year stands under a place: at its first half, where there is room.
    func names(_ index: Int, _ points: [ChangePoint]) -> Bool {
        guard points[index].period.half == 1 || index == 0 else { return false }
        return slot >= 20 || points[index].period.year % 2 == 0
    }
}

/// An axis for points, which need not start at zero; it does where they come near it.
struct ChangeAxis: Sendable, Equatable {
    let from: Double
    let to: Double
    let step: Double

    init(holding values: [Double]) {
        let high = max(values.max() ?? 1, 0.1)
        let low = max(0, values.min() ?? 0)
        let span = low > 0.5 * high ? max(high - low, high * 0.05) : high
        var unit = 0.01
        while unit * 10 <= span { unit *= 10 }
        let step = [1, 2, 2.5, 5, 10].map { $0 * unit }.first { $0 * 4 >= span } ?? unit * 10
        self.step = step
        from = low > 0.5 * high ? (low / step).rounded(.down) * step : 0
        to = max(from + step, (high / step).rounded(.up) * step)
    }

    /// The numbers at which lines stand.
    var lines: [Double] {
        (0...Int(((to - from) / step).rounded())).map { from + Double($0) * step }
    }
}
