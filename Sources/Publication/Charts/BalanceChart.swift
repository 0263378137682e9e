/// *Begin, erbij, eraf, eind*: the stock at both ends of a period and what came between.
struct BalanceChart: Sendable {
    /// A column: how it counts and what it shows.
    struct Column: Sendable {
        /// What the column does to the stock.
        enum Role: Sendable {
            case stock, inflow, outflow
        }

        let role: Role
        let label: String
        let mark: Mark
    }

    /// The columns in their order: opening, what comes in, what goes out, closing.
    let columns: [Column]
    /// The core in words.
    let summary: String

    /// The tones that occur.
    var tones: [Tone] { columns.map(\.mark.tone) }

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) { drawing(wording, width: 780, height: 250) }
            element("div", .class("narrow")) { drawing(wording, width: 350, height: 240) }
        }
    }

    /// The foot and the top of each column; `nil` for one whose size is not shown.
    ///
    /// After a column without a size the level is not known, so a flow behind it stands on zero.
    var spans: [(from: Double, to: Double)?] {
        var level: Double? = nil
        return columns.map { column in
            guard let value = column.mark.top else {
                level = nil
                return nil
            }
            switch column.role {
            case .stock:
                level = value
                return (0, value)
            case .inflow:
                let from = level ?? 0
                level = level.map { $0 + value }
                return (from, from + value)
            case .outflow:
                let to = level ?? value
                level = level.map { $0 - value }
                return (to - value, to)
            }
        }
    }

    private func drawing(_ wording: Wording, width: Double, height: Double) -> HTML {
        let spans = spans
        let scale = Scale(holding: spans.compactMap { $0?.to })
        // Labels that do not fit side by side stand on two lines by turns.
        let longest = Double(columns.map(\.label.count).max() ?? 0) * 7
        let drop = longest > (width - 54) / Double(max(1, columns.count)) ? 15.0 : 0
        let floor = height - 36 - drop
        let left = 50.0
        let slot = (width - left - 4) / Double(max(1, columns.count))
        let bar = min(84, slot * 0.62)
        func y(_ value: Double) -> Double { floor - value / scale.top * (floor - 24) }
        return SVG.drawing(width: width, height: height, summary: summary) {
            scale.lines.map { value in
                HTML.joined([
                    SVG.line(
                        x1: left,
                        y1: y(value),
                        x2: width - 4,
                        y2: y(value),
                        value == 0 ? "ax" : "gr"
                    ),
                    SVG.text(
                        wording.number(value),
                        x: left - 7,
                        y: y(value) + 4,
                        "sm",
                        anchor: .end
                    ),
                ])
            }
            columns.enumerated().map { index, column in
                let middle = left + (Double(index) + 0.5) * slot
                let span = spans[index]
                return HTML.joined([
                    span.map {
                        SVG.rectangle(
                            x: middle - bar / 2,
                            y: y($0.to),
                            width: bar,
                            height: y($0.from) - y($0.to),
                            column.mark.tone.mark
                        )
                    }
                        ?? SVG.rectangle(
                            x: middle - bar / 2,
                            y: floor - 26,
                            width: bar,
                            height: 26,
                            column.mark.tone.mark
                        ),
                    SVG.text(
                        signed(column, wording),
                        x: middle,
                        y: span.map { y($0.to) - 7 } ?? floor - 32,
                        "b",
                        anchor: .middle
                    ),
                    SVG.text(
                        column.label,
                        x: middle,
                        y: floor + 18 + (index % 2 == 1 ? drop : 0),
                        "lab",
                        anchor: .middle
                    ),
                ])
            }
        }
    }

    private func signed(_ column: Column, _ wording: Wording) -> String {
        let label = column.mark.label(wording)
        guard column.mark.top != nil else { return label }
        switch column.role {
        case .stock: return label
        case .inflow: return "+ " + label
        case .outflow: return "\u{2212} " + label
        }
    }
}
