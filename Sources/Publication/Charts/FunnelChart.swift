import Comparison
import Statistics

/// *Trechter*: every municipality at its size, with the limits of chance and of ordinary
/// differences; others without a name, the own one with it.
///
/// Tone is a limit here, never a value, and nothing is coloured as better or worse.
struct FunnelChart: Sendable {
    /// The sheet that is drawn.
    let sheet: ComparisonSheet
    /// The number of units figures are stated for.
    let per: Double
    /// The own municipality: its code and name.
    let own: (code: String, name: String)
    /// The codes of like municipalities.
    let peers: Set<String>
    /// What the sizes are, for the axis.
    let sizeLabel: String
    /// The name of the country with its figure.
    let target: String
    /// The core in words.
    let summary: String

    /// The figure at which the axis may end: the largest, unless a few would press all the others
    /// into a line.
    ///
    /// Those that are shown, and the limits at every size, fit twice over, and so do the own and like
    /// municipalities.
    var ceiling: Double {
        let figures = sheet.rows.compactMap { $0.figure?.value }.sorted()
        guard let largest = figures.last else { return 0 }
        let usual = figures[(figures.count - 1) * 95 / 100]
        let named = sheet.rows.filter { $0.code == own.code || peers.contains($0.code) }
            .compactMap { $0.figure?.value }
        let held = ([usual, sheet.target] + named).max() ?? usual
        return largest > held * 4 ? held * 2 : largest
    }

    /// The figures that lie beyond the axis: they stand at its end as open triangles.
    var beyond: Int {
        sheet.rows.count { ($0.figure?.value ?? 0) > ceiling }
    }

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) {
                drawing(wording, FunnelFrame(self, width: 780, height: 340))
            }
            element("div", .class("narrow")) {
                drawing(wording, FunnelFrame(self, width: 350, height: 300))
            }
        }
    }

    private func drawing(_ wording: Wording, _ frame: FunnelFrame) -> HTML {
        SVG.drawing(width: frame.width, height: frame.height, summary: summary) {
            bands(frame)
            axes(wording, frame)
            SVG.line(
                x1: frame.left,
                y1: frame.y(sheet.target * per),
                x2: frame.right,
                y2: frame.y(sheet.target * per),
                "refn"
            )
            dots(frame)
            SVG.text(
                target,
                x: frame.right,
                y: frame.y(sheet.target * per) + (isOwnBelow ? -9 : 16),
                "sm lab halo",
                anchor: .end
            )
            drawOwn(wording, frame)
        }
    }

    /// Whether the own figure lies under that of the country, so that names stand clear of it.
    private var isOwnBelow: Bool {
        guard let figure = sheet.row(own.code)?.figure else { return false }
        return figure.value < sheet.target
    }

    private func bands(_ frame: FunnelFrame) -> HTML {
        func area(_ limits: (ComparisonSheet.CurvePoint) -> Interval, _ style: String) -> HTML {
            let upper = sheet.curve.map {
                (x: frame.x($0.size), y: frame.y(limits($0).upper * per))
            }
            let lower = sheet.curve.map {
                (x: frame.x($0.size), y: frame.y(limits($0).lower * per))
            }
            return SVG.area(upper + lower.reversed(), style)
        }
        func run(_ value: (ComparisonSheet.CurvePoint) -> Double) -> HTML {
            SVG.run(
                sheet.curve.map { (x: frame.x($0.size), y: frame.y(value($0) * per)) },
                "lim"
            )
        }
        return parts {
            area({ $0.outer }, "f6")
            area({ $0.inner }, "f5")
            if sheet.tau2 > 0 {
                run { $0.exactOuter.upper }
                run { $0.exactOuter.lower }
            }
        }
    }

    private func axes(_ wording: Wording, _ frame: FunnelFrame) -> HTML {
        parts {
            frame.scale.lines.map { value in
                HTML.joined([
                    SVG.line(
                        x1: frame.left,
                        y1: frame.y(value),
                        x2: frame.right,
                        y2: frame.y(value),
                        value == 0 ? "ax" : "gr"
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
            frame.ticks.map { size in
                SVG.text(
                    wording.number(size),
                    x: frame.x(size),
                    y: frame.floor + 17,
                    "sm",
                    anchor: .middle
                )
            }
            SVG.text(sizeLabel, x: frame.right, y: frame.floor + 34, "sm", anchor: .end)
        }
    }

    private func dots(_ frame: FunnelFrame) -> HTML {
        func points(_ isChosen: (String) -> Bool) -> [(x: Double, y: Double)] {
            sheet.rows.compactMap { row in
                guard row.code != own.code, isChosen(row.code), let figure = row.figure,
                    let size = row.size
                else { return nil }
                return (frame.x(size.shown), frame.y(figure.value * per))
            }
        }
        let near = points { peers.contains($0) }
        let far = Set(sheet.rows.filter { ($0.figure?.value ?? 0) > ceiling }.map(\.code))
        return parts {
            SVG.dots(points { !peers.contains($0) && !far.contains($0) }, "pts")
            points { far.contains($0) }.map { point in
                SVG.area(
                    [
                        (point.x - 5, frame.top + 10), (point.x + 5, frame.top + 10),
                        (point.x, frame.top + 1),
                    ],
                    "m-two"
                )
            }
            SVG.dots(near, "pts-peer")
            SVG.dots(near, "pts-core")
        }
    }

    private func drawOwn(_ wording: Wording, _ frame: FunnelFrame) -> HTML {
        guard let row = sheet.row(own.code), let size = row.size else { return .empty }
        let x = frame.x(size.shown)
        let isRight = x > (frame.left + frame.right) / 2
        guard let figure = row.figure else {
            return parts {
                SVG.rectangle(x: x - 9, y: frame.floor - 18, width: 18, height: 18, "m-afg")
                SVG.text(
                    own.name + " .",
                    x: isRight ? x - 14 : x + 14,
                    y: frame.floor - 6,
                    "acc halo",
                    anchor: isRight ? .end : .start
                )
            }
        }
        let y = frame.y(figure.value * per)
        return parts {
            SVG.line(
                x1: x,
                y1: frame.y(figure.limits.lower * per),
                x2: x,
                y2: frame.y(figure.limits.upper * per),
                "ownl"
            )
            SVG.circle(x: x, y: y, radius: 9, "m-ownring")
            SVG.circle(x: x, y: y, radius: 4.5, "m-own")
            SVG.text(
                own.name + " " + wording.number(figure.value * per),
                x: isRight ? x - 14 : x + 14,
                y: isOwnBelow ? min(y + 22, frame.floor - 5) : max(y - 12, 14),
                "acc halo",
                anchor: isRight ? .end : .start
            )
        }
    }
}

/// Where everything stands in a funnel of a size.
struct FunnelFrame {
    let width: Double
    let height: Double
    let left = 50.0
    let top = 14.0
    let right: Double
    let floor: Double
    let scale: Scale
    private let roots: (from: Double, to: Double)

    init(_ chart: FunnelChart, width: Double, height: Double) {
        self.width = width
        self.height = height
        right = width - 10
        floor = height - 44
        let target = chart.sheet.target * chart.per
        scale = Scale(holding: [chart.ceiling * chart.per * 1.05, target * 1.6])
        roots = (
            (chart.sheet.curve.first?.size ?? 0).squareRoot(),
            max(1, (chart.sheet.curve.last?.size ?? 1).squareRoot())
        )
    }

    /// Sizes stand at their roots, as chance goes with the root.
    func x(_ size: Double) -> Double {
        let share = (size.squareRoot() - roots.from) / max(1e-9, roots.to - roots.from)
        return left + 8 + min(1, max(0, share)) * (right - left - 16)
    }

    func y(_ value: Double) -> Double {
        floor - min(1, max(0, value / scale.top)) * (floor - top)
    }

    /// A few round sizes with room between them.
    var ticks: [Double] {
        var ticks: [Double] = []
        var unit = 1.0
        while unit <= 10_000_000 {
            for factor in [1.0, 2, 5] {
                let size = unit * factor
                let isInside = size.squareRoot() >= roots.from && size.squareRoot() <= roots.to
                if isInside, ticks.last.map({ x(size) - x($0) > 62 }) ?? true { ticks.append(size) }
            }
            unit *= 10
        }
        return ticks
    }
}
