public import Domain

/// *Toelichting*: one indicator as a reader would want it, in whole texts under headings.
///
/// What the command line prints and what stands in the handbook is made here, from the record.
public struct IndicatorExplanation: Sendable {
    /// A heading with what stands under it.
    public struct Part: Sendable, Equatable {
        /// The key of the heading, as `numerator`.
        public let key: String
        /// The paragraphs.
        public let paragraphs: [String]
    }

    /// The indicator.
    public let definition: IndicatorDefinition
    private let definitions: DefinitionSet
    private let language: Language

    /// Explains an indicator in a language.
    public init(
        _ definition: IndicatorDefinition,
        in definitions: DefinitionSet,
        _ language: Language
    ) {
        self.definition = definition
        self.definitions = definitions
        self.language = language
    }

    /// Everything there is to say, in order, without the worked examples.
    public var parts: [Part] {
        let weighing = definitions.weighingSentence(row: definition.weighingRow, language)
        var parts = [
            Part(key: "numerator", paragraphs: [definition.numerator[language]]),
            Part(key: "denominator", paragraphs: [definition.denominator[language]]),
            Part(key: "exclusions", paragraphs: [definition.exclusions[language]]),
            Part(
                key: "unit",
                paragraphs: [definitions.texts("page.unit.\(definition.unit.rawValue)", language)]
            ),
            Part(key: "population", paragraphs: [definition.populationText[language]]),
            Part(key: "measures", paragraphs: measures),
            Part(key: "breakdowns", paragraphs: breakdowns),
            Part(key: "period", paragraphs: [definition.periodRule[language]]),
        ]
        if let last = definition.lastPeriod {
            parts.append(
                Part(key: "last-period", paragraphs: ["\(last.period). " + last.reason[language]])
            )
        }
        if !definition.cautions.isEmpty {
            parts.append(
                Part(
                    key: "cautions",
                    paragraphs: definition.cautions.map {
                        "\($0.from)–\($0.until). " + $0.text[language]
                    }
                )
            )
        }
        parts += [
            Part(key: "does-not-say", paragraphs: [definition.doesNotSay[language]]),
            Part(key: "use", paragraphs: [definition.use[language]]),
            Part(key: "availability", paragraphs: availability),
            Part(key: "weighing", paragraphs: [weighing]),
            Part(key: "ground", paragraphs: [definition.legalGround[language]]),
        ]
        if definition.permit != nil {
            parts.append(Part(key: "permit", paragraphs: [text("permit-needed")]))
        }
        return parts
    }

    /// The explanation as Markdown, beginning with a heading of a level.
    public func markdown(level: Int = 1) -> String {
        let mark = String(repeating: "#", count: level)
        var lines = ["\(mark) \(definition.id) · \(definition.title[language])", ""]
        for part in parts {
            lines += ["\(mark)# \(text(part.key))", ""]
            for paragraph in part.paragraphs { lines += [paragraph, ""] }
        }
        lines += ["\(mark)# \(text("examples"))", ""]
        for example in definition.examples {
            lines += ["**\(example.title[language])**", ""]
            for delivery in example.deliveries {
                lines += delivery.split(separator: "\n").map { "    " + $0 } + [""]
            }
            lines += [text("expected", ["period": example.period.description]), ""]
            lines += example.expected.map { "    " + $0 } + [""]
        }
        return lines.joined(separator: "\n")
    }

    private var measures: [String] {
        definition.measures.map { measure in
            "`\(measure.name)`: \(measure.label[language])."
        }
    }

    private var breakdowns: [String] {
        definition.breakdowns.isEmpty
            ? [text("no-breakdowns")]
            : definition.breakdowns.map { breakdown in
                if breakdown == .day {
                    // Hundreds of days would say no more than the last of them.
                    return text("days", ["days": String(definition.followUpDays ?? 0)])
                }
                let codes = definitions.codes(of: breakdown, in: definition.source)
                    .map { "\($0.code) \($0.label[language])" }
                return "`\(breakdown.column)`: " + codes.joined(separator: "; ") + "."
            }
    }

    private var availability: [String] {
        definition.availability.entries.map { entry in
            let level = definitions.texts("availability.\(entry.level.rawValue)", language)
            let state = definitions.texts("availability.\(entry.state.rawValue)", language)
            let missing = entry.missing.map { " " + $0[language] } ?? ""
            return "\(level): \(state).\(missing)"
        }
    }

    private func text(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts("explanation.\(key)", language, values)
    }
}

/// *Handboek*: the article with every indicator and its worked examples, written from the records.
public enum IndicatorHandbook {
    /// The article, as it stands in the documentation.
    public static func article(_ definitions: DefinitionSet) -> String {
        var text = """
            # Indicators and their worked examples

            What each indicator counts, and small deliveries with the cells they must give.

            ## Overview

            This article is written from the records in `Definitions/indicators` by
            `Tools/write-handbook.sh`; change the record, not the article. The examples run as tests.
            """ + "\n"
        for (_, definition) in definitions.indicators.sorted(by: { $0.key < $1.key }) {
            text +=
                "\n"
                + IndicatorExplanation(definition, in: definitions, .en).markdown(level: 2)
        }
        return text
    }
}
