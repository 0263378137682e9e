import Domain

extension NationalBands {
    /// What each source shows of sexual violence; an empty place is never a zero.
    func sexualViolence() throws -> HTML {
        let wording = context.wording
        let caption = wording("page.sexual-violence.caption")
        let rows = ["youth-assistance", "protection", "veilig-thuis", "csg", "npm", "own-network"]
        return Blocks.band(
            wording("page.sexual-violence.apart"),
            intro: wording("page.sexual-violence.intro")
        ) {
            element(
                "div",
                .class("scroll"),
                HTMLAttribute("tabindex", "0"),
                HTMLAttribute("role", "region"),
                HTMLAttribute("aria-label", caption)
            ) {
                element("table", .class("txt")) {
                    element("caption") { element("span", .class("cap")) { caption } }
                    element("thead") {
                        element("tr") {
                            ["source", "seen", "figure", "remark"].map { column in
                                element("th", HTMLAttribute("scope", "col")) {
                                    wording("page.column.\(column)")
                                }
                            }
                        }
                    }
                    element("tbody") { rows.map(row) }
                }
            }
        }
    }

    private func row(_ source: String) -> HTML {
        let wording = context.wording
        let key = "page.sexual-violence.\(source)"
        let isUnseen = ["youth-assistance", "protection", "own-network"].contains(source)
        return element("tr") {
            element("th", HTMLAttribute("scope", "row")) { wording(key) }
            element("td", isUnseen ? .class("niet") : nil) { wording(key + "-seen") }
            element("td", isUnseen ? .class("niet") : nil) { figure(source) }
            element("td") { wording(key + "-remark") }
        }
    }

    /// The newest national number of a source that has one, in words.
    private func figure(_ source: String) -> String {
        let wording = context.wording
        let key = "page.sexual-violence.\(source)-figure"
        let series = NationalSeries.sexualAssaultCentres
        guard source == "csg", let latest = latestFigure(series.id, series.item) else {
            return wording(key)
        }
        return wording(
            key,
            ["number": Mark(latest).label(wording), "period": wording.period(latest.period)]
        )
    }
}
