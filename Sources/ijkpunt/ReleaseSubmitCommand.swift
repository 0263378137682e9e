import ArgumentParser
import Definitions
import Disclosure
import Domain
import Foundation
import Pipeline
import Publication
import ReleaseRoom
import Store

/// `ijkpunt release submit`: figures and their context to the checkers.
struct ReleaseSubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Submits the figures of the store, or tables of your own, for release.",
        discussion: """
            Without files the tables are those that publish would write, computed, protected and
            attacked here; --draft writes them as a database that the checkers can serve. With files
            they are tables that ijkpunt protect wrote, with its evidence. What a machine can see is
            wrong never reaches a checker.

            EXAMPLE
              ijkpunt release submit --store winkel.sqlite --context formulier.yaml \\
                --draft ontwerp.sqlite --by "A. de Vries"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "Tables that ijkpunt protect wrote; none for the figures of the store.")
    var files: [String] = []

    @Option(help: "The evidence that ijkpunt protect wrote about the files.")
    var evidence: String?

    @Option(help: "The form, filled in; see ijkpunt release context.")
    var context: String?

    @Option(help: "The disclosure profile of the figures of the store.")
    var profile = "ijkpunt"

    @Option(help: "A table that is needed, as population=FILE; the same as for publish.")
    var table: [String] = []

    @Option(help: "Indicators to leave out, as BJ-09.")
    var without: [String] = []

    @Option(help: "Write the figures as a database for the checkers to look at.")
    var draft: String?

    @Option(help: "The day that stands in the draft, as 2026-11-23.")
    var day: String?

    @Flag(help: "Write the number of the submission as JSON.")
    var json = false

    private struct Result: Encodable {
        let submission: Int
        let tables: Int
    }

    func run() throws {
        let today = try ijkpunt.day(self.day, option: "--day") ?? today()
        try common.reporting { definitions in
            let store = try place.open()
            let desk = ReleaseDesk(store: store, actor: acting.actor(.analyst))
            do {
                let dossier = try dossier(definitions, store, today)
                let id = try desk.submit(dossier)
                let values = [
                    "id": "\(id)", "tables": "\(dossier.items.count)",
                    "checkers": "\(ReleaseRoom.checkers)",
                ]
                Console.write(
                    .standardOutput,
                    try json
                        ? JSONLine.text(Result(submission: id, tables: dossier.items.count))
                        : definitions.texts("cli.release.submitted", common.spoken, values) + "\n"
                )
            } catch ReleaseRoomError.mechanical(let mistakes) {
                // Said one by one; then kept in the log, which throws the refusal as a whole.
                for mistake in mistakes {
                    let (key, values) = mistake.wording
                    let text = definitions.texts(
                        "cli.release.mechanical.\(key)",
                        common.spoken,
                        values
                    )
                    Console.write(.standardError, text + "\n")
                }
                try desk.turnAway(mistakes)
            }
        }
    }

    private func dossier(
        _ definitions: DefinitionSet,
        _ store: DeliveryStore,
        _ day: CalendarDay
    ) throws -> Dossier {
        let form = try context.map { try bytes($0) } ?? []
        let answers: ReleaseContext
        switch ReleaseContext.read(String(decoding: form, as: UTF8.self)) {
        case .success(let read): answers = read
        case .failure(let missing):
            throw ReleaseRoomError.mechanical(missing.parts.map { .noContext(part: $0) })
        }
        guard files.isEmpty else {
            return try Dossier.of(
                try files.map { ($0, try bytes($0)) },
                evidence: try evidence.map { try bytes($0) },
                context: answers
            )
        }
        let progress = ProgressLine(quiet: common.quiet)
        let stage = try PublishWork(definitions: definitions, common: common).stage(
            store,
            profile: profile,
            population: try GivenTable.read("population", in: table),
            populationByAge: try GivenTable.read("population-by-age", in: table),
            actor: acting.actor(.analyst)
        )
        let made = try stage.draft(excluding: Set(without)) { progress.show($0) }
        progress.finish()
        let dossier = try made.dossier(
            context: answers,
            version: IjkpuntCommand.configuration.version
        )
        if let draft {
            try stage.show(made, release: Release(day: day, origin: .delivered), at: draft)
        }
        return dossier
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Complaint.InputError.table(path: path)
        }
        return Array(data)
    }
}
