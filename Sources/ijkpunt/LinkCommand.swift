import ArgumentParser
import Definitions
import Domain
import Foundation
import Linkage
import Pipeline
import Privacy
import Store

/// `ijkpunt link`: who may be the same person, without a number.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Links lists of persons without a number by how much they are alike.",
        discussion: """
            The lists are CSV with a header; the plan is JSON: what is compared (name, day or code), and
            which columns lead to candidates. Without --right: who stands in the list twice.

              {"fields": [{"column": "achternaam", "kind": "name"}, {"column": "dag", "kind": "day"}],
               "blocks": [["postcode"], ["geslacht", "gemeente"]]}

            Between real lists of Veilig Thuis, a Centrum Seksueel Geweld or any other source it needs a
            permit for linkage by resemblance: name the store that holds it and the sources. Without
            one it links fictive lists (--fictive), or one list of your own with itself.

            The result is CSV: the rows of both lists, the chance that they are the same person, the
            match weight, and what each column adds to it. No value of a person is in it.

            EXAMPLES
              ijkpunt link --left dossiers.csv --plan plan.json --out dubbel.csv
              ijkpunt link --left a.csv --right b.csv --plan plan.json --out paren.csv --fictive
              ijkpunt link --left vt.csv --right csg.csv --plan plan.json --out paren.csv \\
                --source veiligthuis --source csg-records --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "The first list.")
    var left: String

    @Option(help: "The second list; without it, the first is looked through for doubles.")
    var right: String?

    @Option(help: "What is compared, JSON.")
    var plan: String

    @Option(help: "Where the pairs are written.")
    var out: String

    @Option(help: "The chance from which a pair is taken for the same person.")
    var threshold = 0.9

    @Flag(help: "A record goes with one of the other list at the most.")
    var oneToOne = false

    @Flag(help: "Both lists are invented.")
    var fictive = false

    @Option(help: "The source of a list, by which a permit is looked for; may be given twice.")
    var source: [String] = []

    @Option(help: "The store that holds the permit.")
    var store: String?

    @Option(help: "The key file of that store.")
    var key: String?

    @Flag(help: "Write the model and the numbers as JSON.")
    var json = false

    func validate() throws {
        guard threshold > 0, threshold <= 1 else {
            throw ValidationError("--threshold \(threshold): expected above 0, and 1 at the most.")
        }
        if right != nil, !fictive, store == nil || source.isEmpty {
            throw ValidationError(
                """
                --right: expected --store and --source, for the permit under which real lists are \
                linked, or --fictive where both are invented.
                """
            )
        }
    }

    func run() throws {
        try common.reporting { definitions in
            if right != nil, !fictive, let store {
                let opened = try DeliveryStore(
                    path: store,
                    key: StoreKey.load(path: KeyPlace.path(key), create: false),
                    create: false
                )
                try CommandGate.admit(to: opened)
                try PermitGate(
                    store: opened,
                    definitions: definitions,
                    actor: acting.actor(.researcher)
                ).letJoinByResemblance(source, isFictive: false)
            }
            guard let bytes = FileManager.default.contents(atPath: plan) else {
                throw Complaint.InputError.table(path: plan)
            }
            let result = try LinkageStage(
                plan: LinkageStage.plan(bytes, path: plan),
                workers: common.workers
            ).run(left: left, right: right, threshold: threshold, oneToOne: oneToOne)
            try Data(result.csv.utf8).write(to: URL(filePath: out), options: .atomic)
            if json { Console.write(.standardOutput, LinkCommand.json(result) + "\n") }
            common.say(
                definitions.texts(
                    "cli.link.done",
                    common.spoken,
                    [
                        "pairs": "\(result.pairs.count)", "candidates": "\(result.candidates)",
                        "false": LinkCommand.tenths(result.expectedFalse),
                        "missed": LinkCommand.tenths(result.expectedMissed), "path": out,
                    ]
                )
            )
        }
    }

    private static func tenths(_ value: Double) -> String { String(format: "%.1f", value) }

    /// What was fitted, and how wrong it may be.
    private static func json(_ result: ResemblanceResult) -> String {
        struct Level: Encodable {
            let name: String
            let matches: Double
            let others: Double
            let weight: Double
        }
        struct Field: Encodable {
            let column: String
            let levels: [Level]
        }
        struct Report: Encodable {
            let pairs: Int
            let candidates: Int
            let expected_false: Double
            let expected_missed: Double
            let share: Double
            let rounds: Int
            let fields: [Field]
        }
        let report = Report(
            pairs: result.pairs.count,
            candidates: result.candidates,
            expected_false: result.expectedFalse,
            expected_missed: result.expectedMissed,
            share: result.model.share,
            rounds: result.model.rounds,
            fields: result.model.fields.map { field in
                Field(
                    column: field.name,
                    levels: field.levels.indices.dropFirst().map { level in
                        Level(
                            name: field.levels[level],
                            matches: field.matches[level],
                            others: field.others[level],
                            weight: field.weight(level)
                        )
                    }
                )
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let data = (try? encoder.encode(report)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
