import Domain

/// *Onderzoek in de eigen gemeente*: from question to estimate, with the commands that do it.
struct StudyGuide {
    let report: RegionReport

    /// The steps in their order, each with the command that does it.
    private static let steps: [(key: String, command: String?)] = [
        ("question", nil),
        ("permit", "ijkpunt permit list --store winkel.sqlite"),
        ("design", "ijkpunt study design onderzoek.yaml --store winkel.sqlite"),
        ("draw", "ijkpunt study draw plannen-2019 --store winkel.sqlite --help"),
        ("consent", "ijkpunt study consent --help"),
        ("code", "ijkpunt study code --help"),
        ("agree", "ijkpunt study agree --help"),
        ("estimate", "ijkpunt study estimate --help"),
    ]

    /// The guide as a page.
    func page() -> HTML {
        let wording = report.context.wording
        let frame = ReportFrame(report: report, style: "rapport")
        let title = wording("report.guide.title", ["region": report.name])
        return frame.page(title: title) {
            frame.opening(
                title: title,
                lead: wording("report.guide.lead"),
                kicker: "report.guide.kicker"
            )
            Blocks.band(wording("report.guide.when")) {
                element("ul", .class("plain")) {
                    ["figures", "children", "size"].map { part in
                        element("li") {
                            element("b") { wording("report.guide.when.\(part)") }
                            wording("report.guide.when.\(part)-text")
                        }
                    }
                }
            }
            Blocks.band(wording("report.guide.steps")) {
                element("ol") {
                    StudyGuide.steps.map { step in
                        element("li") {
                            element("b") { wording("report.guide.\(step.key)") }
                            element("p") { wording("report.guide.\(step.key)-text") }
                            step.command.map { command in
                                element("pre", HTMLAttribute("tabindex", "0")) {
                                    element("code") { command }
                                }
                            } ?? .empty
                        }
                    }
                }
            }
            Blocks.band(wording("report.guide.careful")) {
                element("p") { wording("report.guide.careful-text") }
            }
        }
    }
}
