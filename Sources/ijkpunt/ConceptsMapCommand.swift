import ArgumentParser
import Concepts
import Definitions
import Domain
import Statistics

/// `ijkpunt concepts map`: from the concepts of one taxonomy to those of another.
struct ConceptsMapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Shows how the concepts of one taxonomy map to those of another.",
        discussion: """
            EXAMPLE
              ijkpunt concepts map csg legal-definition
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The first taxonomy.")
    var from: String

    @Argument(help: "The second taxonomy.")
    var to: String

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let words = ConceptWords(definitions: definitions, language: common.spoken)
            let map = ConceptMap(
                from: try words.taxonomy(from),
                to: try words.taxonomy(to),
                in: definitions.concepts
            )
            Console.write(
                .standardOutput,
                json ? describe(map, words).text + "\n" : lines(map, words)
            )
        }
    }

    private func lines(_ map: ConceptMap, _ words: ConceptWords) -> String {
        var lines = [words.route(map)]
        lines += map.sources.map { words("cli.concepts.source", ["source": $0]) }
        lines += map.entries.map { entry in
            words(
                "cli.concepts.entry",
                [
                    "concept": entry.concept, "title": words.title(entry.concept, in: map.from),
                    "relation": words("concepts.relation.\(entry.relation.rawValue)"),
                    "other": entry.other, "otherTitle": words.title(entry.other, in: map.to),
                    "certainty": words("concepts.certainty.\(entry.certainty.rawValue)"),
                ]
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(_ map: ConceptMap, _ words: ConceptWords) -> JSONValue {
        .object([
            "from": .string(map.from.id),
            "to": .string(map.to.id),
            "route": .string(map.routeName),
            "reason": words.reason(map).map { .string($0) } ?? .null,
            "sources": .array(map.sources.map { .string($0) }),
            "relations": .array(
                map.entries.map { entry in
                    .object([
                        "concept": .string(entry.concept),
                        "relation": .string(entry.relation.rawValue),
                        "other": .string(entry.other),
                        "certainty": .string(entry.certainty.rawValue),
                    ])
                }
            ),
        ])
    }
}

extension ConceptMap {
    /// The route as a stable word.
    var routeName: String {
        switch route {
        case .direct: "direct"
        case .reversed: "reversed"
        case .hub: "hub"
        case .itself: "itself"
        case .none: "none"
        }
    }
}

extension ConceptWords {
    /// How a map was found, in a sentence.
    func route(_ map: ConceptMap) -> String {
        switch map.route {
        case .hub(let hub): self("cli.concepts.route.hub", ["hub": hub])
        case .none: self("cli.concepts.route.none", ["reason": reason(map) ?? ""])
        default: self("cli.concepts.route.\(map.routeName)")
        }
    }

    /// Why there is no map.
    func reason(_ map: ConceptMap) -> String? {
        guard case .none(let reason) = map.route else { return nil }
        return reason[language]
    }
}
