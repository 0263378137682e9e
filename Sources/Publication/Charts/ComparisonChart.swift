/// *Naast elkaar*: for each cell two bars on one scale, as published and as worked out again.
///
/// Bars have a scale of their own in each group, since units within a table differ in size. Equal
/// figures give equal lengths; a difference is written beside them as well.
struct ComparisonChart: Sendable {
    let comparisons: [Comparison]
    let summary: String

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) { drawing(wording, RowFrame.wide) }
            element("div", .class("narrow")) { drawing(wording, RowFrame.narrow) }
        }
    }

    /// The comparisons of the same thing in different periods, in their order.
    private var groups: [[Comparison]] {
        var groups: [[Comparison]] = []
        for one in comparisons {
            if groups.last?.first?.label == one.label {
                groups[groups.count - 1].append(one)
            } else {
                groups.append([one])
            }
        }
        return groups
    }

    private func drawing(_ wording: Wording, _ frame: RowFrame) -> HTML {
        let scale = Scale(
            holding: comparisons.flatMap { [$0.published, $0.own] }.compactMap(\.top)
        )
        let heights = groups.map { Double($0.count) * frame.height + 30 }
        return SVG.drawing(
            width: frame.width,
            height: heights.reduce(4, +),
            summary: summary
        ) {
            groups.enumerated().map { index, group in
                let top = heights[..<index].reduce(0, +)
                return parts {
                    SVG.text(group[0].label, x: 0, y: top + 18, "b")
                    group.enumerated().map { place, one in
                        draw(
                            one,
                            top: top + 28 + Double(place) * frame.height,
                            frame,
                            scale.top,
                            wording
                        )
                    }
                }
            }
        }
    }

    private func draw(
        _ one: Comparison,
        top: Double,
        _ frame: RowFrame,
        _ largest: Double,
        _ wording: Wording
    ) -> HTML {
        let lengths = [one.published, one.own].map {
            max(frame.length($0, of: largest, room: 200), 2)
        }
        return parts {
            SVG.text(wording.period(one.period), x: 0, y: top + 13, "sm")
            SVG.rectangle(
                x: frame.bars,
                y: top,
                width: lengths[0],
                height: 7,
                one.published.tone.mark
            )
            SVG.rectangle(
                x: frame.bars,
                y: top + 9,
                width: lengths[1],
                height: 7,
                one.own.tone.mark
            )
            SVG.text(
                wording(
                    "page.gi.pair",
                    [
                        "published": one.published.label(wording), "own": one.own.label(wording),
                    ]
                ),
                x: frame.bars + (lengths.max() ?? 0) + 9,
                y: top + 13,
                "sm"
            )
        }
    }
}

extension RowFrame {
    /// The places on a wide screen, with room for a pair of numbers.
    fileprivate static let wide = RowFrame(width: 780, bars: 140, height: 25, labelAbove: false)
    /// The places on a narrow screen.
    fileprivate static let narrow = RowFrame(width: 350, bars: 116, height: 25, labelAbove: false)
}
