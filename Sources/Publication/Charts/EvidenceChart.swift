/// *Kans dat het zichtbaar wordt*: shares of simulated countries from nothing to all, on one axis
/// for every candidate, with the share that alarms when nothing changes as a reference.
struct EvidenceChart {
    /// One scenario.
    struct Row {
        let label: String
        /// From 0 to 1.
        let share: Double
    }

    /// The scenarios, in the order of the record.
    let rows: [Row]
    /// The share of false alarms that the limit was set to.
    let nominal: Double
    /// The core in words.
    let summary: String

    /// The frame of the wide drawing.
    static let wide = RowFrame(width: 780, bars: 312, height: 40, labelAbove: false)
    private static let narrow = RowFrame(width: 350, bars: 0, height: 64, labelAbove: true)

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) { drawing(wording, EvidenceChart.wide) }
            element("div", .class("narrow")) { drawing(wording, EvidenceChart.narrow) }
        }
    }

    private func drawing(_ wording: Wording, _ frame: RowFrame) -> HTML {
        SVG.drawing(width: frame.width, height: height(frame), summary: summary) {
            content(wording, frame)
        }
    }

    /// How high a drawing is: its rows, and the word under the line of reference.
    func height(_ frame: RowFrame) -> Double { bottom(frame) + 22 }

    private func bottom(_ frame: RowFrame) -> Double { Double(rows.count) * frame.height + 6 }

    /// What stands in a drawing: the rows, and the line of false alarms through them.
    func content(_ wording: Wording, _ frame: RowFrame) -> HTML {
        let foot = bottom(frame)
        let reference = place(nominal, frame)
        return parts {
            rows.enumerated().map { index, row in
                draw(row, top: Double(index) * frame.height, wording, frame)
            }
            SVG.line(x1: reference, y1: 0, x2: reference, y2: foot, "ref")
            SVG.text(
                wording("page.evidence.nominal"),
                x: reference + 5,
                y: foot + 14,
                "sm"
            )
        }
    }

    private func draw(_ row: Row, top: Double, _ wording: Wording, _ frame: RowFrame) -> HTML {
        let y = top + (frame.labelAbove ? frame.height - 26 : 9)
        let lines = RowChart.lines(row.label)
        let foot = frame.labelAbove ? y - 7 : y + 14 + Double(lines.count - 1) * 7
        let x = place(row.share, frame)
        let end = place(1, frame)
        return parts {
            lines.enumerated().map { index, line in
                SVG.text(line, x: 0, y: foot - Double(lines.count - 1 - index) * 14, "lab")
            }
            SVG.line(x1: frame.bars, y1: y + 9, x2: end, y2: y + 9, "gr")
            SVG.line(x1: frame.bars, y1: y - 3, x2: frame.bars, y2: y + 21, "ax")
            SVG.line(x1: end, y1: y - 3, x2: end, y2: y + 21, "gr")
            SVG.rectangle(x: x - 8, y: y, width: 16, height: 18, Tone.estimated.mark)
            SVG.line(x1: x, y1: y - 2, x2: x, y2: y + 20, "m-tick")
            SVG.text(
                wording("page.evidence.percent", ["number": wording.number(row.share * 100)]),
                x: end + 9,
                y: y + 14,
                "b"
            )
        }
    }

    private func place(_ share: Double, _ frame: RowFrame) -> Double {
        frame.bars + share * (frame.width - frame.bars - 84)
    }
}
