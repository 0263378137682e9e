/// *Liggende staven*: one figure per category of one period, from zero, in the order of the list.
///
/// The order is that of the code list, never that of the size: it is no ranking.
struct RowChart: Sendable {
    /// A category.
    struct Row: Sendable {
        let label: String
        let mark: Mark
    }

    /// The categories.
    let rows: [Row]
    /// The core in words.
    let summary: String

    /// The tones that occur.
    var tones: [Tone] { rows.map(\.mark.tone) }

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) {
                drawing(wording, RowFrame(width: 780, bars: 312, height: 34, labelAbove: false))
            }
            element("div", .class("narrow")) {
                drawing(
                    wording,
                    RowFrame(
                        width: 350,
                        bars: 0,
                        height: hasLongLabel ? 64 : 48,
                        labelAbove: true
                    )
                )
            }
        }
    }

    /// Whether a name needs a second line.
    private var hasLongLabel: Bool { rows.contains { RowChart.lines($0.label).count > 1 } }

    /// A name in lines that fit before or over a bar, broken between words.
    static func lines(_ label: String) -> [String] {
        var lines: [String] = []
        for word in label.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 42 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private func drawing(_ wording: Wording, _ frame: RowFrame) -> HTML {
        let scale = Scale(holding: rows.compactMap(\.mark.top))
        return SVG.drawing(
            width: frame.width,
            height: Double(rows.count) * frame.height + 6,
            summary: summary
        ) {
            rows.enumerated().map { index, row in
                draw(row, top: Double(index) * frame.height, frame, scale.top, wording)
            }
        }
    }

    private func draw(
        _ row: Row,
        top: Double,
        _ frame: RowFrame,
        _ largest: Double,
        _ wording: Wording
    ) -> HTML {
        let y = top + (frame.labelAbove ? frame.height - 26 : 7)
        let lines = RowChart.lines(row.label)
        let foot = frame.labelAbove ? y - 7 : y + 14 + Double(lines.count - 1) * 7
        let length = frame.length(row.mark, of: largest)
        return parts {
            lines.enumerated().map { index, line in
                SVG.text(line, x: 0, y: foot - Double(lines.count - 1 - index) * 14, "lab")
            }
            switch row.mark {
            case .missing:
                SVG.rectangle(x: frame.bars, y: y, width: length, height: 18, row.mark.tone.mark)
            case .estimated(let value):
                let x = frame.bars + frame.length(.counted(value), of: largest)
                SVG.rectangle(x: x - 8, y: y, width: 16, height: 18, row.mark.tone.mark)
                SVG.line(x1: x, y1: y - 2, x2: x, y2: y + 20, "m-tick")
            case .interval(let low, let high):
                let x = frame.bars + frame.length(.counted(low), of: largest)
                let end = frame.bars + frame.length(.counted(high), of: largest)
                SVG.rectangle(x: x, y: y, width: end - x, height: 18, row.mark.tone.mark)
            default:
                SVG.rectangle(x: frame.bars, y: y, width: length, height: 18, row.mark.tone.mark)
            }
            SVG.line(
                x1: frame.bars,
                y1: y - 3,
                x2: frame.bars,
                y2: y + 21,
                "ax"
            )
            SVG.text(
                row.mark.label(wording),
                x: frame.bars + length + 9,
                y: y + 14,
                "b"
            )
        }
    }
}

/// Where everything stands in a chart of rows.
struct RowFrame {
    let width: Double
    /// Where the bars begin.
    let bars: Double
    /// The height of a row.
    let height: Double
    /// Whether the name stands over the bar instead of before it.
    let labelAbove: Bool

    /// The length of a bar; a withheld or missing one has a size of its own, outside the scale.
    ///
    /// Behind the longest one there is room for what is written of it.
    func length(_ mark: Mark, of largest: Double, room: Double = 84) -> Double {
        guard let value = mark.top else { return 34 }
        return value / largest * (width - bars - room)
    }
}
