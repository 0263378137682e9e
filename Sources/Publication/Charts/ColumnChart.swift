/// *Staven*: one figure per period, from zero; holes and breaks are drawn, never bridged.
///
/// There is no line from one period to another, so none can cross a hole or a break.
package struct ColumnChart: Sendable {
    /// A place on the axis.
    package struct Slot: Sendable {
        /// What stands under it; empty where the place is known from its neighbour.
        let label: String
        /// What is shown.
        let mark: Mark
        /// Why nothing before this place may be compared with it; `nil` without a break.
        let breakReason: String?

        package init(label: String, mark: Mark, breakReason: String? = nil) {
            self.label = label
            self.mark = mark
            self.breakReason = breakReason
        }
    }

    /// The places in their order.
    let slots: [Slot]
    /// The core in words.
    let summary: String

    /// Creates a chart.
    package init(slots: [Slot], summary: String) {
        self.slots = slots
        self.summary = summary
    }

    /// The tones that occur.
    var tones: [Tone] {
        slots.map(\.mark.tone) + (slots.contains { $0.breakReason != nil } ? [.lineBreak] : [])
    }

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) { drawing(wording, width: 780, height: 220) }
            element("div", .class("narrow")) { drawing(wording, width: 350, height: 210) }
        }
    }

    /// The drawing at a size.
    package func drawing(_ wording: Wording, width: Double, height: Double) -> HTML {
        let scale = Scale(holding: slots.compactMap(\.mark.top))
        let frame = ColumnFrame(slots: slots, scale: scale, width: width, height: height)
        return SVG.drawing(width: width, height: height, summary: summary) {
            // Without a number to show there is no scale, only a foot to stand on.
            (slots.contains { $0.mark.top != nil } ? scale.lines : [0]).map { value in
                HTML.joined([
                    SVG.line(
                        x1: frame.left,
                        y1: frame.y(value),
                        x2: width - 4,
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
            slots.indices.map { draw($0, frame, wording) }
        }
    }

    private func draw(_ index: Int, _ frame: ColumnFrame, _ wording: Wording) -> HTML {
        let slot = slots[index]
        let middle = frame.middle(index)
        return parts {
            if let reason = slot.breakReason {
                drawBreak(reason, before: index, frame, wording)
            }
            drawMark(slot.mark, at: middle, frame, wording)
            if frame.labelsValue(index) {
                let label = slot.mark.label(wording)
                SVG.text(
                    label,
                    x: min(middle, frame.right + 4 - ColumnFrame.half(label)),
                    y: frame.labelHeight(index),
                    "b sm",
                    anchor: .middle
                )
            }
            if !slot.label.isEmpty, frame.labelsPeriod(index) {
                SVG.text(
                    slot.label,
                    x: min(middle, frame.right + 4 - ColumnFrame.half(slot.label)),
                    y: frame.floor + 16,
                    "sm",
                    anchor: .middle
                )
            }
        }
    }

    private func drawMark(
        _ mark: Mark,
        at middle: Double,
        _ frame: ColumnFrame,
        _ wording: Wording
    ) -> HTML {
        let left = middle - frame.bar / 2
        switch mark {
        case .counted(let value), .provisional(let value, _):
            return SVG.rectangle(
                x: left,
                y: frame.y(value),
                width: frame.bar,
                height: frame.floor - frame.y(value),
                mark.tone.mark
            )
        case .estimated(let value):
            return parts {
                SVG.rectangle(
                    x: left,
                    y: frame.y(value) - 6,
                    width: frame.bar,
                    height: 12,
                    "m-estv"
                )
                SVG.line(
                    x1: left - 2,
                    y1: frame.y(value),
                    x2: left + frame.bar + 2,
                    y2: frame.y(value),
                    "m-tick"
                )
            }
        case .interval(let low, let high):
            return parts {
                SVG.rectangle(
                    x: left,
                    y: frame.y(high),
                    width: frame.bar,
                    height: frame.y(low) - frame.y(high),
                    "m-bandv"
                )
                SVG.line(
                    x1: left + frame.bar + 1,
                    y1: frame.y(high),
                    x2: left + frame.bar + 7,
                    y2: frame.y(high),
                    "ax"
                )
                SVG.line(
                    x1: left + frame.bar + 1,
                    y1: frame.y(low),
                    x2: left + frame.bar + 7,
                    y2: frame.y(low),
                    "ax"
                )
            }
        case .suppressed:
            // A size of its own, so that nothing can be read from its height.
            return SVG.rectangle(
                x: left,
                y: frame.floor - 26,
                width: frame.bar,
                height: 26,
                mark.tone.mark
            )
        case .missing:
            return parts {
                SVG.rectangle(
                    x: middle - frame.slot / 2,
                    y: frame.floor - 2,
                    width: frame.slot,
                    height: 4,
                    "hbg"
                )
                SVG.line(
                    x1: middle - frame.slot / 2 + 2,
                    y1: frame.floor,
                    x2: middle + frame.slot / 2 - 2,
                    y2: frame.floor,
                    "dot0"
                )
            }
        }
    }

    private func drawBreak(
        _ reason: String,
        before index: Int,
        _ frame: ColumnFrame,
        _ wording: Wording
    ) -> HTML {
        let x = frame.middle(index) - frame.slot / 2 - frame.gap / 2
        return parts {
            SVG.rectangle(
                x: x - frame.gap / 2,
                y: frame.floor - 4,
                width: frame.gap,
                height: 8,
                "hbg"
            )
            SVG.slashes(x: x - 6, y: frame.floor + 6)
            SVG.upright(
                reason.count <= 24 ? reason : wording("page.tone.break"),
                x: x + 4,
                y: frame.floor - 12
            )
        }
    }
}
