import ArgumentParser
import Definitions
import Domain
import Foundation
import ReleaseRoom

/// `ijkpunt release vote`: one vote, hidden until the other is there.
struct ReleaseVoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vote",
        abstract: "Votes on a submission; nobody can read the vote until the other is there.",
        discussion: """
            EXAMPLE
              ijkpunt release vote 1 --approve --reason "Alles afgerond." --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the submission.")
    var id: Int

    @Flag(help: "For release.")
    var approve = false

    @Flag(help: "Against release.")
    var refuse = false

    @Option(help: "Why.")
    var reason: String

    func validate() throws {
        guard approve != refuse else {
            throw ValidationError("Expected either --approve or --refuse.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let desk = ReleaseDesk(store: try place.open(), actor: acting.actor(.checker))
            let own = try desk.vote(id, approves: approve, reason: reason)
            let values = [
                "id": "\(id)", "votes": "\(own.voters.count)",
                "needed": "\(ReleaseRoom.checkers)",
            ]
            Console.write(
                .standardOutput,
                definitions.texts("cli.release.voted.\(own.state.rawValue)", common.spoken, values)
                    + "\n"
            )
        }
    }
}

/// `ijkpunt release release`: releases what two checkers agreed to.
struct ReleaseReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Releases what two checkers agreed to.",
        discussion: """
            The figures of the store can be published from then on; files are written to --out, with
            their evidence.

            EXAMPLE
              ijkpunt release release 1 --store winkel.sqlite --by "A. de Vries"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the submission.")
    var id: Int

    @Option(help: "The folder for released files and evidence; made when it is not there.")
    var out: String?

    func run() throws {
        try common.reporting { definitions in
            let desk = ReleaseDesk(store: try place.open(), actor: acting.actor(.administrator))
            let own = try desk.release(id)
            if let out { try write(own.dossier, to: out) }
            Console.write(
                .standardOutput,
                definitions.texts(
                    own.dossier.figures == nil
                        ? "cli.release.released-files" : "cli.release.released",
                    common.spoken,
                    ["id": "\(id)", "tables": "\(own.dossier.items.count)"]
                ) + "\n"
            )
        }
    }

    private func write(_ dossier: Dossier, to folder: String) throws {
        do {
            let place = URL(filePath: folder)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (name, text) in dossier.files.merging(dossier.evidence, uniquingKeysWith: { $1 }) {
                let file = URL(filePath: name).lastPathComponent
                try Data(text.utf8).write(to: place.appending(path: file), options: .atomic)
            }
        } catch {
            throw Complaint.InputError.unwritable(path: folder)
        }
    }
}

/// `ijkpunt release withdraw`: takes a submission back.
struct ReleaseWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Takes a submission back, before or after its release.",
        discussion: """
            EXAMPLE
              ijkpunt release withdraw 1 --reason "Fout in een levering." --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the submission.")
    var id: Int

    @Option(help: "Why.")
    var reason: String

    func run() throws {
        try common.reporting { definitions in
            try ReleaseDesk(store: try place.open(), actor: acting.actor(.checker))
                .withdraw(id, reason: reason)
            Console.write(
                .standardOutput,
                definitions.texts("cli.release.withdrawn", common.spoken, ["id": "\(id)"]) + "\n"
            )
        }
    }
}
