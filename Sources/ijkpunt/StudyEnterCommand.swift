import ArgumentParser
import CaseFileStudies
import Definitions
import Domain
import Foundation
import Store
import StudyEntry

/// `ijkpunt study enter`: the form, on the loopback of this machine.
struct StudyEnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter",
        abstract: "Serves the form for reading case files, to this machine alone.",
        discussion: """
            Prints the address, with a secret in it, and serves until it is interrupted. Every answer
            is in the store, sealed, before the form says that it is kept; the browser is asked to
            keep nothing. The form works without script and by keyboard. Each device needs a code of
            its own; study pack makes a store for a laptop that has one.

            EXAMPLE
              ijkpunt study enter plannen-2019 --store laptop.sqlite --device L1
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "The code of this device; by default the one it was packed with.")
    var device: String?

    @Option(help: "The port; 0 for any that is free.")
    var port = 8765

    func validate() throws {
        if let device, !CodingTable.isCode(device) {
            throw ValidationError("--device \(device): expected letters and digits, as L1.")
        }
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): expected a number from 0 to 65535.")
        }
    }

    func run() async throws {
        var room: EntryRoom?
        try options.common.reporting { definitions in
            let own = try options.room(definitions)
            let state = try own.desk.state(study)
            guard state.draw != nil else { throw StudyError.notDrawn(id: study) }
            if state.request.screeningItem != nil, state.secondPhase == nil {
                throw StudyError.secondPhaseNeeded(id: study)
            }
            let packed = try own.desk.device(study)
            guard let code = device ?? packed else {
                throw ValidationError("--device: expected a code of this device, as L1.")
            }
            room = EntryRoom(
                store: own.store,
                state: state,
                instrument: try own.instrument(state),
                device: code,
                definitions: definitions,
                language: options.common.spoken,
                actor: options.acting.actor(.researcher)
            )
        }
        guard let room else { return }
        do {
            try await StudyEntry.run(room, port: port, secret: StudyEntry.newSecret()) { address in
                Console.write(.standardOutput, address + "\n")
            }
        } catch {
            let complaint = Complaint("study.port", 4, ["port": "\(port)"])
            let texts = room.texts
            Console.write(
                .standardError,
                complaint.message(options.common.spoken, texts) + "\n"
            )
            throw ExitCode(complaint.code)
        }
    }
}
