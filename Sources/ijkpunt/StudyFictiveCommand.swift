import ArgumentParser
import CaseFileStudies
import Definitions
import Foundation
import Pipeline
import Statistics

/// `ijkpunt study fictive`: plays the field work of a study on fictive deliveries.
struct StudyFictiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fictive",
        abstract: "Plays organisations, families and coders of a fictive study; knows the truth.",
        discussion: """
            For trying a study on generated deliveries: nothing it writes is about anybody. Run it
            before each step; it writes what that step needs: screening.csv, consent.csv or
            codings.csv, and truth.json.

            EXAMPLE
              ijkpunt study fictive plannen-2019 --store winkel.sqlite --fictive-seed 7 --out veldwerk
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "The seed of what stands in the files.")
    var fictiveSeed: UInt64 = 7

    @Option(help: "The folder to write.")
    var out = "."

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            let play = try FictiveStudy(
                state,
                frame: room.frame(state.request),
                instrument: room.instrument(state),
                seed: fictiveSeed
            )
            let needsScreening = state.request.screeningItem != nil && state.secondPhase == nil
            let (name, bytes) =
                if needsScreening {
                    ("screening.csv", play.screening())
                } else if state.consents
                    .isEmpty
                {
                    ("consent.csv", play.consent())
                } else { ("codings.csv", play.codings()) }
            try room.write(bytes, to: out + "/" + name)
            let truth = JSONValue.array(
                play.truth().map {
                    .object([
                        "estimate": .string($0.estimate), "domain": .string($0.domain),
                        "value": .number($0.value),
                    ])
                }
            )
            try room.write(Array((truth.text + "\n").utf8), to: out + "/truth.json")
            Console.write(.standardOutput, out + "/" + name + "\n")
        }
    }
}
