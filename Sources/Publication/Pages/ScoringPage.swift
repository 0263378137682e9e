import Definitions
import Domain
import Weighing

/// *Zelf wegen*: the framework as a form, and what follows from the scores that were given.
///
/// The form sends its scores in the address; the page is worked out from them and nothing is kept.
enum ScoringPage {
    /// The page.
    static func build(_ context: PageContext, _ own: OwnScores) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        return PageFrame.page(
            context,
            title: wording("page.scoring.title"),
            description: wording("page.scoring.lead")
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.weighing),
                    wording("page.nav.weighing"),
                    wording("page.scoring.title")
                ),
                kicker: wording("page.scoring.kicker"),
                title: wording("page.scoring.title"),
                lead: wording("page.scoring.lead")
            )
            if !own.isEmpty { result(own, context) }
            Blocks.band(wording("page.scoring.form"), intro: wording(framework.ruleText)) {
                Blocks.terms(framework.criteria.map { (wording($0.title), wording($0.legend)) })
                form(own, context)
            }
            if !own.isEmpty { sheet(own, context) }
        }
    }

    private static func result(_ own: OwnScores, _ context: PageContext) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        let decided = framework.rows.compactMap { row in
            own.rule(row, framework).map { (row, $0) }
        }
        let same = decided.count { row, rule in WeighingAdvice(rule) == row.advice }
        let unread = own.unread(framework)
        return Blocks.band(wording("page.scoring.result")) {
            element("p") {
                wording(
                    "page.scoring.counts",
                    [
                        "scores": String(own.fields.count - unread),
                        "rows": String(decided.count), "same": String(same),
                    ]
                )
            }
            if unread > 0 {
                element("p", .class("hole-note")) {
                    wording("page.scoring.unread", ["count": String(unread)])
                }
            }
            agreement(own, framework, wording).drawn(wording)
        }
    }

    /// By criterion, how many of the scores given are those of the report.
    private static func agreement(
        _ own: OwnScores,
        _ framework: WeighingFramework,
        _ wording: Wording
    ) -> DataTable {
        DataTable(
            caption: wording("page.scoring.agreement"),
            columns: ["criterion", "given", "equal"].map { wording("page.scoring.column.\($0)") },
            rows: framework.criteria.enumerated().map { place, criterion in
                let given = framework.rows.compactMap { row in
                    own.scores(row, framework)[place].map { $0 == row.scores[place] }
                }
                return DataTable.Row(
                    heading: wording(criterion.title),
                    cells: [
                        .number(String(given.count)),
                        given.isEmpty ? .missing : .number(String(given.count { $0 })),
                    ]
                )
            }
        )
    }

    private static func form(_ own: OwnScores, _ context: PageContext) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        return element(
            "form",
            HTMLAttribute("action", context.path(.scoring(OwnScores()))),
            HTMLAttribute("method", "get")
        ) {
            element(
                "div",
                .class("scroll"),
                HTMLAttribute("tabindex", "0"),
                HTMLAttribute("role", "region"),
                HTMLAttribute("aria-label", wording("page.scoring.caption"))
            ) {
                element("table", .class("weigh")) {
                    element("caption") {
                        element("span", .class("cap")) { wording("page.scoring.caption") }
                    }
                    element("thead") { element("tr") { headings(own, context) } }
                    element("tbody") { framework.rows.map { row($0, own, context) } }
                }
            }
            element("p", .class("after")) {
                element("button", .class("btn primary"), HTMLAttribute("type", "submit")) {
                    wording("page.scoring.submit")
                }
            }
        }
    }

    private static func headings(_ own: OwnScores, _ context: PageContext) -> [HTML] {
        let wording = context.wording
        let results = own.isEmpty ? [] : ["by-rule", "advice", "cells"]
        let titles =
            [wording("page.weighing.candidate")]
            + context.definitions.weighing.criteria.map { wording($0.title) }
            + results.map { wording("page.scoring.column.\($0)") }
        return [
            element("th", HTMLAttribute("scope", "col"), .class("nr")) {
                wording("page.weighing.number")
            }
        ] + titles.map { title in element("th", HTMLAttribute("scope", "col")) { title } }
    }

    private static func row(
        _ row: WeighingRow,
        _ own: OwnScores,
        _ context: PageContext
    ) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        guard let candidate = framework.candidate(row: row.number) else { return .empty }
        let scores = own.scores(row, framework)
        let rule = own.rule(row, framework)
        let isDifferent = rule.map { WeighingAdvice($0) != row.advice } ?? false
        return element("tr", .id("r\(row.number)"), isDifferent ? .class("diff") : nil) {
            element("td", .class("nr")) { String(row.number) }
            element("th", HTMLAttribute("scope", "row")) {
                Blocks.link(context.path(.candidate(candidate.id)), wording(candidate.title))
            }
            zip(framework.criteria, scores).map { criterion, score in
                element("td") { choice(row, criterion, score, context) }
            }
            if !own.isEmpty {
                element("td") {
                    if let rule { WeighingWords.score(rule, context) }
                }
                element("td") { WeighingWords.advice(row.advice, context) }
                element("td") {
                    own.sensitivity(row, framework).map { String($0.cells) } ?? ""
                }
            }
        }
    }

    private static func choice(
        _ row: WeighingRow,
        _ criterion: WeighingFramework.Criterion,
        _ chosen: WeighingScore?,
        _ context: PageContext
    ) -> HTML {
        let wording = context.wording
        let label = wording(
            "page.scoring.cell",
            ["criterion": wording(criterion.title), "row": String(row.number)]
        )
        return element(
            "select",
            HTMLAttribute("name", OwnScores.field(row, criterion)),
            HTMLAttribute("aria-label", label)
        ) {
            element("option", HTMLAttribute("value", "")) { wording("page.scoring.not-scored") }
            WeighingScore.allCases.map { score in
                element(
                    "option",
                    HTMLAttribute("value", OwnScores.letter(score)),
                    score == chosen ? HTMLAttribute("selected", "") : nil
                ) {
                    wording(
                        "page.scoring.option",
                        [
                            "sign": score.sign,
                            "word": context.definitions.weighing.marks[score]
                                .map { wording($0) } ?? "",
                        ]
                    )
                }
            }
        }
    }

    private static func sheet(_ own: OwnScores, _ context: PageContext) -> HTML {
        let wording = context.wording
        return Blocks.band(
            wording("page.scoring.sheet"),
            intro: wording("page.scoring.sheet-text")
        ) {
            element(
                "pre",
                HTMLAttribute("tabindex", "0"),
                HTMLAttribute("role", "region"),
                HTMLAttribute("aria-label", wording("page.scoring.sheet"))
            ) {
                own.sheet(context.definitions.weighing, scorer: wording("page.scoring.scorer"))
            }
        }
    }
}
