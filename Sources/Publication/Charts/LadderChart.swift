/// *Treden*: the units that must not be taken for one another, each a step down.
struct LadderChart: Sendable {
    /// A rung.
    struct Rung: Sendable {
        let name: String
        let mark: Mark
        /// Of when, or why there is no number; in short lines.
        let remark: [String]
    }

    /// The rungs from advice to trajectory.
    let rungs: [Rung]
    /// The core in words.
    let summary: String

    /// The tones that occur.
    var tones: [Tone] { rungs.map(\.mark.tone) }

    /// The drawing twice, for a wide and for a narrow screen; the page shows one.
    func drawn(_ wording: Wording) -> HTML {
        parts {
            element("div", .class("wide")) { wide(wording) }
            element("div", .class("narrow")) { narrow(wording) }
        }
    }

    private func wide(_ wording: Wording) -> HTML {
        SVG.drawing(width: 1080, height: 182, summary: summary) {
            rungs.enumerated().map { index, rung in
                let x = Double(index) * 180
                let y = 14 + Double(index) * 13
                return draw(rung, x: x, y: y, width: 154, wording)
            }
            (1..<max(1, rungs.count)).map { index in
                unequal(x: Double(index) * 180 - 18, y: Double(index) * 13 + 3)
            }
        }
    }

    private func narrow(_ wording: Wording) -> HTML {
        SVG.drawing(width: 350, height: Double(rungs.count) * 54, summary: summary) {
            rungs.enumerated().map { index, rung in
                let y = Double(index) * 54
                return parts {
                    SVG.rectangle(x: 1, y: y + 1, width: 10, height: 36, rung.mark.tone.mark)
                    SVG.text(rung.name, x: 22, y: y + 15, "b")
                    SVG.text(rung.remark.joined(separator: " "), x: 22, y: y + 33, "sm")
                    if rung.mark.top != nil {
                        SVG.text(rung.mark.label(wording), x: 346, y: y + 15, "b", anchor: .end)
                    }
                }
            }
        }
    }

    private func draw(
        _ rung: Rung,
        x: Double,
        y: Double,
        width: Double,
        _ wording: Wording
    ) -> HTML {
        parts {
            SVG.rectangle(x: x + 1, y: y, width: width, height: 9, rung.mark.tone.mark)
            SVG.text(rung.name, x: x, y: y + 32, "b")
            if rung.mark.top != nil {
                SVG.text(rung.mark.label(wording), x: x, y: y + 56, "lab big")
            }
            rung.remark.enumerated().map { line, text in
                SVG.text(
                    text,
                    x: x,
                    y: y + (rung.mark.top == nil ? 52 : 75) + Double(line) * 15,
                    "sm"
                )
            }
        }
    }

    /// The sign that two rungs are not equal.
    private func unequal(x: Double, y: Double) -> HTML {
        .shape(
            "path",
            [
                HTMLAttribute(
                    "d",
                    "M\(SVG.number(x)) \(SVG.number(y))h10m-10 5h10m-2 -6l-6 8"
                ),
                .class("ax open-path"),
            ]
        )
    }
}
