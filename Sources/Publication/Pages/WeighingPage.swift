import Definitions
import Domain

/// *Afwegingskader*: what could be measured, how it was weighed, and what follows.
///
/// A score is a sign, a word for those who listen, and a length; never a colour.
enum WeighingPage {
    /// The page.
    static func build(_ context: PageContext) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        return PageFrame.page(
            context,
            title: wording("page.weighing.title"),
            description: wording("page.weighing.lead")
        ) {
            Blocks.opening(
                kicker: kicker(framework, wording),
                title: wording("page.weighing.title"),
                lead: wording("page.weighing.lead")
            ) {
                element("div", .class("two")) {
                    rule(framework, wording)
                    differences(context)
                }
            }
            Blocks.band(wording("page.weighing.table")) { table(context) }
            Blocks.band(
                wording("page.weighing.others"),
                intro: wording("page.weighing.others-text")
            ) {
                element("ul", .class("down")) {
                    framework.candidates.filter { $0.row == nil }.map { candidate in
                        element("li") {
                            Blocks.link(
                                context.path(.candidate(candidate.id)),
                                wording(candidate.title)
                            )
                            element("span") {
                                wording("weighing.verdict.\(candidate.verdict.rawValue)")
                            }
                        }
                    }
                }
            }
            Blocks.band(wording("page.weighing.score"), intro: wording("page.weighing.score-text"))
            {
                Blocks.terms(framework.criteria.map { (wording($0.title), wording($0.legend)) })
                element("p") {
                    Blocks.link(
                        context.path(.scoring(OwnScores())),
                        wording("page.scoring.link")
                    )
                }
            }
            Blocks.band(wording("page.visibility.title")) {
                element("p") { wording("page.visibility.lead") }
                element("p") {
                    Blocks.link(context.path(.visibility), wording("page.visibility.link"))
                }
            }
            Blocks.band(wording("page.concepts.title")) {
                element("p") { wording("page.concepts.lead") }
                element("p") {
                    Blocks.link(context.path(.concepts), wording("page.concepts.link"))
                }
            }
        }
    }

    private static func kicker(_ framework: WeighingFramework, _ wording: Wording) -> String {
        guard let version = framework.versions.last else { return "" }
        return wording(
            "page.weighing.kicker",
            [
                "version": String(version.number), "published": version.published,
                "source": wording(version.source),
            ]
        )
    }

    private static func rule(_ framework: WeighingFramework, _ wording: Wording) -> HTML {
        let same = framework.rows.count { WeighingAdvice(framework.rule($0.scores)) == $0.advice }
        return element("div") {
            element("h2") { wording("page.weighing.rule") }
            element("p") { wording(framework.ruleText) }
            element("p") {
                wording(
                    "page.weighing.same",
                    ["same": String(same), "all": String(framework.rows.count)]
                )
            }
        }
    }

    private static func differences(_ context: PageContext) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        let different = framework.candidates.filter { $0.difference != nil }
        return element("div") {
            element("h2") { wording("page.weighing.differences") }
            element("ul", .class("plain")) {
                different.map { candidate in
                    element("li") {
                        element("b") {
                            Blocks.link(
                                context.path(.candidate(candidate.id)),
                                WeighingWords.name(candidate, wording)
                            )
                        }
                        candidate.difference.map { wording($0) } ?? ""
                    }
                }
            }
        }
    }

    private static func table(_ context: PageContext) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        let caption = wording("page.weighing.caption")
        return element(
            "div",
            .class("scroll"),
            HTMLAttribute("tabindex", "0"),
            HTMLAttribute("role", "region"),
            HTMLAttribute("aria-label", caption)
        ) {
            element("table", .class("weigh")) {
                element("caption") { element("span", .class("cap")) { caption } }
                element("thead") {
                    element("tr") {
                        element("th", HTMLAttribute("scope", "col"), .class("nr")) {
                            wording("page.weighing.number")
                        }
                        heading(wording("page.weighing.candidate"))
                        framework.criteria.map { heading(wording($0.title)) }
                        ["about", "advice", "by-rule", "remark"].map {
                            heading(wording("page.weighing.\($0)"))
                        }
                    }
                }
                element("tbody") { framework.rows.map { row($0, context) } }
            }
        }
    }

    private static func heading(_ text: String) -> HTML {
        element("th", HTMLAttribute("scope", "col")) { text }
    }

    private static func row(_ row: WeighingRow, _ context: PageContext) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        guard let candidate = framework.candidate(row: row.number) else { return .empty }
        let rule = framework.rule(row.scores)
        let isDifferent = candidate.difference != nil
        return element("tr", .id("r\(row.number)"), isDifferent ? .class("diff") : nil) {
            element("td", .class("nr")) { String(row.number) }
            element("th", HTMLAttribute("scope", "row")) {
                Blocks.link(context.path(.candidate(candidate.id)), wording(candidate.title))
            }
            row.scores.map { score in element("td") { WeighingWords.score(score, context) } }
            element("td", .class("small")) { wording(candidate.aspect) }
            element("td") { WeighingWords.advice(row.advice, context) }
            element("td") {
                WeighingWords.score(rule, context)
                if isDifferent {
                    element("span", .class("small block")) { wording("page.weighing.differs") }
                }
            }
            element("td", .class("rem")) { candidate.remarks.map { wording($0) } ?? "" }
        }
    }
}
