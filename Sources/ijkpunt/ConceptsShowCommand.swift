import ArgumentParser
import Definitions
import Domain
import Statistics

/// `ijkpunt concepts show`: the taxonomies, or the concepts that hold a text.
struct ConceptsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows taxonomies with version and source, or finds concepts.",
        discussion: """
            EXAMPLES
              ijkpunt concepts show
              ijkpunt concepts show npm ace
              ijkpunt concepts show --find verwaarlozing --json
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "Taxonomies; all of them when none is named.")
    var taxonomies: [String] = []

    @Option(help: "Show the concepts whose name, in either language, holds this text.")
    var find: String?

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let words = ConceptWords(definitions: definitions, language: common.spoken)
            let chosen =
                taxonomies.isEmpty
                ? definitions.concepts.taxonomies : try taxonomies.map { try words.taxonomy($0) }
            let found = chosen.map { ($0, concepts(of: $0)) }
                .filter { find == nil || !$0.1.isEmpty }
            let text: String
            if json {
                text = JSONValue.array(found.map { describe($0, $1, words) }).text + "\n"
            } else if found.isEmpty {
                text = words("cli.concepts.nothing", ["text": find ?? ""]) + "\n"
            } else {
                text = found.map { lines($0, $1, words) }.joined(separator: "\n")
            }
            Console.write(.standardOutput, text)
        }
    }

    private func concepts(of taxonomy: Taxonomy) -> [Concept] {
        guard let find = find?.lowercased() else { return taxonomy.concepts }
        return taxonomy.concepts.filter { concept in
            [concept.id, concept.title.nl, concept.title.en]
                .contains { $0.lowercased().contains(find) }
        }
    }

    private func lines(_ taxonomy: Taxonomy, _ concepts: [Concept], _ words: ConceptWords)
        -> String
    {
        var text =
            words(
                "cli.concepts.taxonomy",
                [
                    "id": taxonomy.id, "title": taxonomy.title[words.language],
                    "version": taxonomy.version, "source": taxonomy.source,
                    "reference": taxonomy.reference,
                ]
            ) + "\n"
        if let note = taxonomy.note {
            text += words("cli.concepts.note", ["note": note[words.language]]) + "\n"
        }
        if let licence = taxonomy.licence {
            text += words("cli.concepts.licence", ["licence": licence[words.language]]) + "\n"
        }
        if taxonomy.concepts.isEmpty { text += words("cli.concepts.empty") + "\n" }
        for concept in concepts {
            let depth = concept.within == nil ? "  " : "    "
            var marks: [String] = []
            if concept.isUncertain { marks.append(words("cli.concepts.uncertain")) }
            if let recognition = concept.recognition {
                marks.append(words("concepts.recognition.\(recognition.rawValue)"))
            }
            if let day = concept.recognisedUntil { marks.append(day.description) }
            let mark = marks.isEmpty ? "" : " (\(marks.joined(separator: "; ")))"
            text += depth + "\(concept.id): \(concept.title[words.language])\(mark)\n"
        }
        return text
    }

    private func describe(_ taxonomy: Taxonomy, _ concepts: [Concept], _ words: ConceptWords)
        -> JSONValue
    {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        return .object([
            "id": .string(taxonomy.id),
            "title": .string(taxonomy.title[words.language]),
            "subject": .string(taxonomy.subject.rawValue),
            "version": .string(taxonomy.version),
            "source": .string(taxonomy.source),
            "reference": .string(taxonomy.reference),
            "from": text(taxonomy.from?.description),
            "until": text(taxonomy.until?.description),
            "note": text(taxonomy.note?[words.language]),
            "licence": text(taxonomy.licence?[words.language]),
            "concepts": .array(
                concepts.map { concept in
                    .object([
                        "id": .string(concept.id),
                        "title": .string(concept.title[words.language]),
                        "within": text(concept.within),
                        "uncertain": .bool(concept.isUncertain),
                        "until": text(concept.until?.description),
                        "recognition": text(concept.recognition?.rawValue),
                        "recognised-until": text(concept.recognisedUntil?.description),
                    ])
                }
            ),
        ])
    }
}
