import ArgumentParser
import Columns
import Definitions
import Domain
import Foundation
import Intake
import Pipeline
import Privacy
import Store

/// `ijkpunt receive`: takes deliveries in.
struct ReceiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Takes deliveries in; a receipt printed is a delivery that survives.",
        discussion: """
            Files are taken in their order; `@order.txt` stands for the files it lists, one a line,
            beside it. A citizen service number becomes a pseudonym while it is read and is kept
            nowhere.

            A record without a municipality gets that of its postcode, when a table is given; the
            postcode itself is kept nowhere.

            An archive (.zip) counts for the deliveries in it, and of a workbook (.xlsx) the first
            visible sheet is read; files on fixed places and your own export are read through
            --layout and --mapping, as `check` does.

            EXAMPLES
              ijkpunt receive @fictief/order.txt --store winkel.sqlite
              ijkpunt receive jeugdhulp/*.csv --store winkel.sqlite --table postcodes=pc6.csv
              ijkpunt receive levering.zip --source jeugdhulp --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var carriers: CarrierArguments

    @Argument(help: "The files, or @LIST.")
    var files: [String]

    @Option(help: "The source, when the folder's name does not say it.")
    var source: String?

    @Option(help: "The day of receipt, as 2026-11-23, when deliveries are replayed.")
    var received: String?

    @Option(help: "A table to read with, as postcodes=FILE: postcode,gm_code[,from,until].")
    var table: [String] = []

    @Option(help: "Explanations given before, as written by `ijkpunt explain`.")
    var explanations: String?

    @Flag(help: "Write the receipts as JSON, one a line.")
    var json = false

    func validate() throws { try GivenTable.check(table, known: ["postcodes"]) }

    func run() throws {
        let day = try day(received, option: "--received") ?? today()
        try common.reporting { definitions in
            if let source, definitions.sources[source] == nil {
                let known = definitions.sources.keys.sorted().joined(separator: ", ")
                throw ValidationError("--source \(source): expected one of \(known).")
            }
            let paths = try files.flatMap { try FileList.paths($0) }
            let tally = try DeliveryIntake(
                definitions: definitions,
                postcodes: GivenTable.postcodes(table, definitions),
                carriers: carriers.options(definitions),
                explanations: explanations.map { try ExplanationFile.book($0) }
                    ?? ExplanationBook(),
                common: common,
                store: place.store,
                key: place.keyPath
            ).run(paths, named: source, day: day, json: json)
            if tally.unreadable > 0 { throw ExitCode(3) }
            if tally.refused > 0 { throw ExitCode(1) }
        }
    }
}

/// A list of files in a file.
enum FileList {
    /// The path itself, or for `@LIST` the paths it lists, which lie beside it.
    static func paths(_ argument: String) throws -> [String] {
        guard argument.hasPrefix("@") else { return [argument] }
        let list = URL(filePath: String(argument.dropFirst()))
        guard let data = FileManager.default.contents(atPath: list.path) else {
            throw Complaint.InputError.table(path: list.path)
        }
        let folder = list.deletingLastPathComponent()
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
            .map { folder.appending(path: String($0)).path }
    }
}

/// The taking in of deliveries, with receipts on stdout.
struct DeliveryIntake {
    let definitions: DefinitionSet
    var postcodes: PostcodeTable?
    var carriers = CarrierOptions()
    /// Queries that were answered.
    var explanations = ExplanationBook()
    let common: RunOptions
    let store: String
    let key: String

    /// How many files of each outcome.
    struct Tally {
        var accepted = 0
        var unchanged = 0
        var refused = 0
        var unreadable = 0
        var rows = 0
        var leftOut = 0
    }

    func run(
        _ paths: [String],
        named: String?,
        day: CalendarDay,
        json: Bool,
        printing: Bool = true
    ) throws -> Tally {
        let isNew = !FileManager.default.fileExists(atPath: store)
        if isNew, !FileManager.default.fileExists(atPath: key) {
            common.say(definitions.texts("cli.receive.new-key", common.spoken, ["path": key]))
        }
        let opened = try DeliveryStore(
            path: store,
            key: StoreKey.load(path: key, create: isNew),
            create: true
        )
        try CommandGate.admit(to: opened)
        let stage = ReceiveStage(
            definitions: definitions,
            store: opened,
            today: day,
            postcodes: postcodes,
            workers: common.workers,
            carriers: carriers,
            permits: try PermitGate(
                store: opened,
                definitions: definitions,
                actor: Acting.actor(.holder)
            ).names(),
            actor: Acting.actor(.holder)
        )
        let progress = ProgressLine(quiet: common.quiet)
        let wording = ReceiptWording(
            definitions: definitions,
            language: common.spoken,
            explanations: explanations
        )
        var tally = Tally()
        try stage.run(
            paths,
            named: named,
            progress: { progress.show("\($0) / \($1)") },
            receive: { receipt in
                switch receipt.outcome {
                case .accepted: tally.accepted += 1
                case .unchanged, .checked: tally.unchanged += 1
                case .refused: tally.refused += 1
                case .unreadable(let error):
                    tally.unreadable += 1
                    let complaint = Complaint(error)
                    Console.write(
                        .standardError,
                        complaint.message(common.spoken, definitions.texts) + "\n"
                    )
                    return
                }
                tally.rows += receipt.rows
                tally.leftOut += receipt.leftOut
                if printing {
                    Console.write(
                        .standardOutput,
                        try json ? wording.json(receipt) : wording.text(receipt)
                    )
                } else if receipt.outcome == .refused {
                    Console.write(.standardError, wording.text(receipt))
                }
            }
        )
        progress.finish()
        return tally
    }
}
