import Definitions
import Domain

/// *Indicator*: one definition, its figures for the country, and what it does not say.
enum IndicatorPage {
    /// The page of an indicator.
    static func build(_ context: PageContext, id: String) throws -> HTML {
        guard let definition = context.definitions.indicators[id] else {
            throw PageError.unknownIndicator
        }
        let wording = context.wording
        let title = wording(definition.title)
        return try PageFrame.page(
            context,
            title: title,
            description: wording(definition.populationText)
        ) {
            Blocks.opening(
                crumb: Blocks.crumb(
                    context.path(.indicators),
                    wording("page.nav.indicators"),
                    definition.id
                ),
                kicker: wording(
                    "page.indicator.kicker",
                    ["id": definition.id, "version": String(definition.version)]
                ),
                title: title,
                lead: wording(definition.populationText)
            )
            try figures(context, definition)
            cautions(definition, wording)
            Blocks.band(wording("page.indicator.not")) {
                element("p") { wording(definition.doesNotSay) }
                element("h3") { wording("page.indicator.rise") }
                element("ul", .class("plain")) {
                    ["happening", "supply", "counting", "chance"].map { part in
                        element("li") {
                            element("b") { wording("page.indicator.\(part)") }
                            wording("page.indicator.\(part)-text")
                        }
                    }
                }
            }
            Blocks.band(wording("page.indicator.definition"), id: "definitie") {
                Blocks.terms(terms(context, definition))
            }
            examples(definition, wording)
            try TraceBand.build(context, id: definition.id)
        }
    }

    private static func figures(
        _ context: PageContext,
        _ definition: IndicatorDefinition
    ) throws -> HTML {
        let country = CellTable.Region(geography: .country, code: "NL01")
        let own = OwnFigures(
            context: context,
            region: country,
            regionName: context.regions.name(of: country) ?? country.code
        )
        let figures = try OwnFigurePlan.plans(for: definition.id).compactMap {
            try own.figure($0)
        }
        let wording = context.wording
        return Blocks.band(wording("page.indicator.figures")) {
            if figures.isEmpty {
                element("p", .class("hole-note")) {
                    wording("page.region.absent", ["ids": definition.id])
                }
            }
            figures.map { $0.drawn(wording, open: true) }
        }
    }

    private static func terms(
        _ context: PageContext,
        _ definition: IndicatorDefinition
    ) -> [(String, String)] {
        let wording = context.wording
        let source = context.definitions.sources[definition.source]
        return [
            ("numerator", wording(definition.numerator)),
            ("denominator", wording(definition.denominator)),
            ("exclusions", wording(definition.exclusions)),
            ("unit", wording("page.unit.\(definition.unit.rawValue)")),
            ("population", wording(definition.populationText)),
            ("period", wording(definition.periodRule)),
            (
                "source",
                source.map { "\(wording($0.title)). \(wording($0.reference))" }
                    ?? definition.source
            ),
            ("ground", wording(definition.legalGround)),
            ("use", wording(definition.use)),
            (
                "weighing",
                context.definitions.weighingSentence(
                    row: definition.weighingRow,
                    wording.language
                )
            ),
        ].map { (wording("page.indicator.term.\($0)"), $1) }
            + definition.availability.entries.map { entry in
                let state = wording("availability.\(entry.state.rawValue)")
                return (
                    wording("availability.\(entry.level.rawValue)"),
                    entry.missing.map {
                        wording(
                            "page.availability.state-missing",
                            ["state": state, "missing": wording($0)]
                        )
                    } ?? state
                )
            }
    }

    /// Half-years to be careful with, and the last one there is.
    private static func cautions(_ definition: IndicatorDefinition, _ wording: Wording) -> HTML {
        let texts =
            definition.cautions.map { caution in
                wording(
                    "page.indicator.caution",
                    [
                        "from": wording.period(caution.from.description),
                        "until": wording.period(caution.until.description),
                        "text": wording(caution.text),
                    ]
                )
            }
            + [definition.lastPeriod].compactMap(\.self).map { last in
                wording(
                    "page.indicator.last",
                    [
                        "period": wording.period(last.period.description),
                        "reason": wording(last.reason),
                    ]
                )
            }
        guard !texts.isEmpty else { return .empty }
        return Blocks.band(wording("page.indicator.cautions")) { Blocks.cautions(texts) }
    }

    private static func examples(_ definition: IndicatorDefinition, _ wording: Wording) -> HTML {
        guard !definition.examples.isEmpty else { return .empty }
        return Blocks.band(
            wording("page.indicator.examples"),
            intro: wording("page.indicator.examples-intro")
        ) {
            definition.examples.map { example in
                element("div", .class("example")) {
                    element("h3") { wording(example.title) }
                    element("h4") { wording("page.indicator.delivery") }
                    example.deliveries.map(code)
                    element("h4") {
                        wording(
                            "page.indicator.expected",
                            ["period": wording.period(example.period.description)]
                        )
                    }
                    code(example.expected.joined(separator: "\n"))
                }
            }
        }
    }

    private static func code(_ text: String) -> HTML {
        element("pre", HTMLAttribute("tabindex", "0")) { element("code") { text } }
    }
}
