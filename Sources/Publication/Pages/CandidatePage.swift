import Definitions
import Domain
import Weighing

/// *Kandidaat*: one way to measure, what it would show, the verdict, and the evidence.
enum CandidatePage {
    /// The page of a candidate.
    static func build(_ context: PageContext, id: String) throws -> HTML {
        let framework = context.definitions.weighing
        guard let candidate = framework.candidates.first(where: { $0.id == id }) else {
            throw PageError.unknownRecord
        }
        let wording = context.wording
        let row = candidate.row.flatMap { framework.row($0) }
        let title = wording(candidate.title)
        return try PageFrame.page(
            context,
            title: title,
            description: wording(candidate.shows)
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.weighing),
                    wording("page.nav.weighing"),
                    WeighingWords.name(candidate, wording)
                ),
                kicker: wording("weighing.verdict.\(candidate.verdict.rawValue)"),
                title: title,
                lead: wording(candidate.shows)
            )
            Blocks.band(wording("page.candidate.verdict")) {
                element("p") { wording(candidate.reason) }
                if let exception = candidate.exceptionReason {
                    element("p") { wording(exception) }
                }
                links(candidate, context)
            }
            CampaignBand.drawn(candidate, context)
            Blocks.band(wording("page.candidate.weighed")) {
                if let row {
                    scores(row, candidate, context)
                } else {
                    element("p") { wording("page.candidate.unscored") }
                }
                element("p", .class("small")) {
                    wording("page.candidate.reference", ["reference": candidate.reference])
                }
            }
            if let row { sensitivity(row, context) }
            if let number = candidate.row ?? candidate.evidenceRow {
                try evidence(number, candidate, context)
            }
        }
    }

    private static func links(_ candidate: WeighingCandidate, _ context: PageContext) -> HTML {
        let wording = context.wording
        let indicators = context.definitions.indicators.values
            .filter { $0.weighingRow == candidate.row }.sorted { $0.id < $1.id }
        let series = candidate.series.compactMap { id in
            context.definitions.published.first { $0.id == id }
        }
        let rejected = context.definitions.privacy.rejectedItems
            .filter { candidate.rejected.contains($0.id) }
        return parts {
            if !indicators.isEmpty || !series.isEmpty {
                element("ul", .class("down")) {
                    indicators.map { indicator in
                        element("li") {
                            Blocks.link(
                                context.path(.indicator(indicator.id)),
                                wording(
                                    "page.indicators.item",
                                    ["id": indicator.id, "title": wording(indicator.title)]
                                )
                            )
                            element("span") { wording("page.candidate.indicator") }
                        }
                    }
                    series.map { one in
                        element("li") {
                            Blocks.link(context.path(.sources) + "#" + one.id, wording(one.title))
                            element("span") { wording("page.candidate.series") }
                        }
                    }
                }
            }
            studyItems(candidate, context)
            if !rejected.isEmpty {
                element("h3") { wording("page.candidate.rejected") }
                element("ul", .class("plain")) {
                    rejected.map { item in
                        element("li") {
                            element("b") { wording(item.title) }
                            wording(item.reason)
                        }
                    }
                }
            }
        }
    }

    /// The questions by which a study by sample looks at it.
    private static func studyItems(
        _ candidate: WeighingCandidate,
        _ context: PageContext
    ) -> HTML {
        let wording = context.wording
        let items = candidate.studyItems.compactMap { id in
            context.definitions.instruments.sorted { $0.key < $1.key }
                .compactMap { $0.value.item(id) }.first
        }
        guard !items.isEmpty else { return .empty }
        return parts {
            element("h3") { wording("page.candidate.study-items") }
            element("ul", .class("plain")) {
                items.map { item in element("li") { wording(item.wording) } }
            }
        }
    }

    private static func scores(
        _ row: WeighingRow,
        _ candidate: WeighingCandidate,
        _ context: PageContext
    ) -> HTML {
        let wording = context.wording
        let framework = context.definitions.weighing
        return parts {
            element("dl", .class("dl2")) {
                zip(framework.criteria, row.scores).map { criterion, score in
                    HTML.joined([
                        element("dt") { wording(criterion.title) },
                        element("dd") {
                            WeighingWords.score(score, context)
                            element("span", .class("block")) { wording(criterion.legend) }
                        },
                    ])
                }
                element("dt") { wording("page.weighing.advice") }
                element("dd") { WeighingWords.advice(row.advice, context) }
                element("dt") { wording("page.weighing.by-rule") }
                element("dd") {
                    WeighingWords.score(framework.rule(row.scores), context)
                    if let difference = candidate.difference {
                        element("span", .class("block")) { wording(difference) }
                    }
                }
                element("dt") { wording("page.weighing.about") }
                element("dd") { wording(candidate.aspect) }
                if let remarks = candidate.remarks {
                    element("dt") { wording("page.weighing.remark") }
                    element("dd") { wording(remarks) }
                }
            }
        }
    }

    private static func sensitivity(_ row: WeighingRow, _ context: PageContext) -> HTML {
        let wording = context.wording
        let found = AdviceSensitivity(of: row.scores, in: context.definitions.weighing)
        return Blocks.band(wording("page.candidate.sensitivity")) {
            element("p") {
                wording(
                    "page.candidate.cells",
                    ["cells": String(found.cells), "steps": String(found.steps)]
                )
            }
            element("p") {
                wording(
                    "page.candidate.share",
                    [
                        "percent": wording.number(found.share.value * 100),
                        "advised": String(found.share.advised), "of": String(found.share.of),
                    ]
                )
            }
        }
    }

    private static func evidence(
        _ row: Int,
        _ candidate: WeighingCandidate,
        _ context: PageContext
    ) throws -> HTML {
        let wording = context.wording
        guard let figure = try EvidenceFigure(row: row, context: context).figure() else {
            return .empty
        }
        let borrowed = candidate.evidenceRow.flatMap {
            context.definitions.weighing.candidate(row: $0)
        }
        return Blocks.band(
            wording("page.candidate.evidence"),
            intro: wording("page.candidate.evidence-text")
        ) {
            if let borrowed {
                element("p") {
                    wording("page.candidate.evidence-of")
                    " "
                    Blocks.link(
                        context.path(.candidate(borrowed.id)),
                        WeighingWords.name(borrowed, wording)
                    )
                }
            }
            figure.drawn(wording, open: true)
            element("p") {
                Blocks.link(context.path(.visibility), wording("page.visibility.link"))
            }
        }
    }
}
