import ArgumentParser
import CaseFileStudies
import Definitions
import Disclosure
import Domain
import Foundation
import Pipeline
import Store

/// `ijkpunt study audit`: working and disturbing elements, for learning.
struct StudyAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Writes a learning report on working and disturbing elements for each unit.",
        discussion: """
            By organisation, or by part of the country. Each report holds the unit's own shares, the
            share in all files and the limits within which chance alone would let it lie; it names no
            other unit, ranks nothing and gives no mark. All units together are in
            <study>-audit-<division>.csv, through disclosure, for the researcher.

            EXAMPLE
              ijkpunt study audit plannen-2019 --store winkel.sqlite --by organisation --out leren
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "organisation or region.")
    var by = "organisation"

    @Option(help: "The disclosure profile.")
    var profile = "cbs"

    @Option(help: "The folder to write.")
    var out = "."

    func validate() throws {
        guard HelpAudit.Division(rawValue: by) != nil else {
            throw ValidationError("--by \(by): expected organisation or region.")
        }
    }

    func run() throws {
        try options.common.reporting { definitions in
            guard let known = definitions.profiles[profile], known.method == .independent else {
                let names = definitions.profiles.values.filter { $0.method == .independent }
                    .map(\.id).sorted().joined(separator: ", ")
                throw ValidationError("--profile \(profile): expected one of \(names).")
            }
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            let instrument = try room.instrument(state)
            let division = HelpAudit.Division(rawValue: by) ?? .organisation
            // First the log, then the figures: there is no computation that was not kept.
            let actor = options.acting.actor(.researcher)
            try room.store.log(
                [actor.event(.computation, ["study": study, "figures": "audit-\(by)"])],
                at: actor.now()
            )
            let figures = try HelpAudit.figures(state, instrument, by: division)
            let table = DisclosureStage(profile: known)
                .run(StudyTables.audit(figures, state, by: division))
            var bytes: [UInt8] = []
            table.appendCSV(to: &bytes)
            let place = out + "/\(table.indicator).csv"
            try room.write(bytes, to: place)
            Console.write(.standardOutput, place + "\n")
            let report = HelpAuditReport(
                table,
                state,
                instrument: instrument,
                texts: definitions.texts,
                language: options.common.spoken
            )
            for unit in report.units {
                let page = out + "/\(study)-audit-\(unit).html"
                try room.write(Array(report.html(of: unit).utf8), to: page)
                Console.write(.standardOutput, page + "\n")
            }
            options.common.say(known.notice[options.common.spoken])
        }
    }
}
