/// *Figuur*: a finding, a chart, its key, its margin and the same numbers as a table.
struct Figure: Sendable {
    /// What the figures carry; no cause and no judgement.
    let title: String
    /// What is counted of whom, under the title.
    let unit: String
    /// The drawing, or nothing for a figure that is a table alone.
    let chart: HTML
    /// The tones that occur in the drawing.
    let tones: [Tone]
    /// What it says and does not say.
    let margin: MarginNote
    /// The numbers.
    let table: DataTable

    /// The figure at full width, with its margin beside it.
    func drawn(_ wording: Wording, open: Bool = false) -> HTML {
        element("figure", .class("fig")) {
            element("div", .class("fig-head")) {
                element("h3") { title }
                element("p", .class("unit")) { unit }
            }
            element("div", .class("fig-plot")) {
                chart
                Tone.key(tones, wording)
            }
            element("figcaption") { margin.drawn(wording) }
            details(wording, open: open)
        }
    }

    /// The figure as a small panel beside others.
    func panel(_ wording: Wording, isEstimate: Bool = false) -> HTML {
        element("figure", .class(isEstimate ? "panel est" : "panel")) {
            element("h3") { title }
            element("p", .class("unit")) { unit }
            chart
            Tone.key(tones, wording)
            element("figcaption") { margin.drawn(wording) }
            details(wording, open: false)
        }
    }

    private func details(_ wording: Wording, open: Bool) -> HTML {
        element("details", open ? HTMLAttribute("open", "") : nil) {
            element("summary") { wording("page.figure.table", ["figure": title]) }
            table.drawn(wording)
        }
    }
}
