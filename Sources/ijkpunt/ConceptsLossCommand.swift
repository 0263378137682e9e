import ArgumentParser
import Concepts
import Definitions
import Domain
import Statistics

/// `ijkpunt concepts loss`: what is lost on the way there and back.
struct ConceptsLossCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loss",
        abstract: "Shows what comes back of concepts that go to another taxonomy and back.",
        discussion: """
            EXAMPLE
              ijkpunt concepts loss nji icpc
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The taxonomy that concepts leave and come back to.")
    var from: String

    @Argument(help: "The taxonomy they pass through.")
    var to: String

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let words = ConceptWords(definitions: definitions, language: common.spoken)
            let loss = ConceptLoss(
                ConceptMap(
                    from: try words.taxonomy(from),
                    to: try words.taxonomy(to),
                    in: definitions.concepts
                )
            )
            Console.write(
                .standardOutput,
                json ? describe(loss).text + "\n" : lines(loss, words)
            )
        }
    }

    private func lines(_ loss: ConceptLoss, _ words: ConceptWords) -> String {
        var lines = [words.route(loss.map)]
        for way in loss.ways {
            lines.append(
                words(
                    "cli.concepts.way",
                    [
                        "concept": way.concept,
                        "title": words.title(way.concept, in: loss.map.from),
                        "grade": words("concepts.grade.\(way.grade.rawValue)"),
                    ]
                )
            )
            if !way.there.isEmpty {
                let there = way.there.joined(separator: ", ")
                lines.append(words("cli.concepts.there", ["there": there]))
            }
            if !way.others.isEmpty {
                let others = way.others.joined(separator: ", ")
                lines.append(words("cli.concepts.others", ["others": others]))
            }
        }
        var counts = ["all": "\(loss.ways.count)"]
        for grade in ConceptLoss.Grade.allCases { counts[grade.rawValue] = "\(loss.count(grade))" }
        lines.append(words("cli.concepts.summary", counts))
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(_ loss: ConceptLoss) -> JSONValue {
        var counts: [String: JSONValue] = [:]
        for grade in ConceptLoss.Grade.allCases {
            counts[grade.rawValue] = .integer(loss.count(grade))
        }
        return .object([
            "from": .string(loss.map.from.id),
            "to": .string(loss.map.to.id),
            "route": .string(loss.map.routeName),
            "lossy": .bool(loss.isLossy),
            "counts": .object(counts),
            "concepts": .array(
                loss.ways.map { way in
                    .object([
                        "concept": .string(way.concept),
                        "grade": .string(way.grade.rawValue),
                        "there": .array(way.there.map { .string($0) }),
                        "not-told-apart-from": .array(way.others.map { .string($0) }),
                    ])
                }
            ),
        ])
    }
}
