import ArgumentParser
import Definitions
import Domain
import Foundation
import Store

/// `ijkpunt restore`: puts a copy back as a store.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes a store of a copy, and opens every sealed chunk of it.",
        discussion: """
            Needs the key that the store had when it was copied. The store must not be there yet.

            EXAMPLE
              ijkpunt restore --from kopie/winkel-2026-11-25.sqlite --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "The copy, as written by `ijkpunt backup`.")
    var from: String

    func run() throws {
        try common.reporting { definitions in
            let store = try DeliveryStore.restored(
                from: from,
                to: place.store,
                key: StoreKey.load(path: place.keyPath, create: false)
            )
            let found = try store.verify(workers: common.workers) { _, _ in }
            if let mistake = found.mistakes.first { throw mistake }
            let actor = acting.actor(.administrator)
            let event = actor.event(
                .restoration,
                ["copy": URL(filePath: from).lastPathComponent]
            )
            try store.log([event], at: actor.now())
            common.say(
                definitions.texts(
                    "cli.restore.done",
                    common.spoken,
                    [
                        "path": from, "store": place.store, "chunks": "\(found.chunks)",
                        "rows": "\(found.rows)",
                    ]
                )
            )
        }
    }
}
