import ArgumentParser
import Definitions
import Domain
import Foundation
import Keys
import Store

/// `ijkpunt key new`: draws a key.
struct KeyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Draws a key and writes it to a new file that only its owner may use.",
        discussion: """
            EXAMPLE
              ijkpunt key new zender.key
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The file to write; one that exists is never overwritten.")
    var path: String

    func run() throws {
        try common.reporting { definitions in
            _ = try KeyFile.make(path: path)
            common.say(definitions.texts("cli.key.new", common.spoken, ["path": path]))
        }
    }
}

/// `ijkpunt key rotate`: gives a store another key.
struct KeyRotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Gives a store another key, without a single number.",
        discussion: """
            Every segment gets another random key, every pseudonym goes through one translation
            more. Keep the old key until the store was opened with the new one, then destroy it:
            backups from before can be opened with it alone.

            EXAMPLE
              ijkpunt key rotate --store winkel.sqlite --key oud.key --new nieuw.key
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "The new key; a file that is not there is made.")
    var new: String

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let actor = acting.actor(.keyKeeper)
            try store.rekey(
                to: StoreKey.load(path: new, create: true),
                at: actor.now(),
                workers: common.workers,
                logging: actor.event(.key, ["what": "rotation"])
            )
            common.say(
                definitions.texts(
                    "cli.key.rotated",
                    common.spoken,
                    ["path": new, "old": place.keyPath]
                )
            )
        }
    }
}

/// `ijkpunt key destroy`: destroys a project for good.
struct KeyDestroyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy",
        abstract: "Destroys a project: the records of its store, and its key.",
        discussion: """
            Nothing can be opened after it, backups included, as soon as every copy of the key is
            gone. The audit log stays, without what was sealed in it. Asks for the name of the
            store's file, so that it cannot be done by accident.

            EXAMPLE
              ijkpunt key destroy --store winkel.sqlite --key winkel.key --confirm winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "The name of the store's file.")
    var confirm: String

    func validate() throws {
        let name = URL(filePath: place.store).lastPathComponent
        guard confirm == name else {
            throw ValidationError("--confirm \(confirm): expected \(name).")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let actor = acting.actor(.keyKeeper)
            try store.log([actor.event(.key, ["what": "destruction"])], at: actor.now())
            try store.destroyRecords()
            if case .file(let path) = KeyOrigin(place.keyPath) { try KeyFile.destroy(path: path) }
            common.say(
                definitions.texts(
                    "cli.key.destroyed",
                    common.spoken,
                    ["store": place.store, "path": place.keyPath]
                )
            )
        }
    }
}
