import ArgumentParser
import Definitions
import Domain
import Foundation
import Store

/// `ijkpunt backup`: copies a store while it is in use.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies a store to a new file; it may be in use meanwhile.",
        discussion: """
            The key is not in the copy and has to be kept apart from it: without the key nobody can
            open the copy, and whoever has both can read everything. Who is erased from the store
            afterwards is still in the copy until that is destroyed.

            EXAMPLE
              ijkpunt backup --store winkel.sqlite --to kopie/winkel-2026-11-25.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "The file to write; one that exists is never overwritten.")
    var to: String

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let actor = acting.actor(.administrator)
            // Logged before it happens, so that the copy knows of itself.
            let event = actor.event(
                .backup,
                ["copy": URL(filePath: to).lastPathComponent]
            )
            try store.log([event], at: actor.now())
            try store.backup(to: to)
            common.say(
                definitions.texts(
                    "cli.backup.done",
                    common.spoken,
                    ["path": to, "store": place.store, "key": place.keyPath]
                )
            )
        }
    }
}
