import ArgumentParser
import CaseFileStudies
import Definitions
import Domain
import Foundation
import Keys
import Statistics
import Store

/// `ijkpunt study pack`: a store for a laptop, with nothing in it but the study.
struct StudyPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Makes a store for a laptop: plan, draw, consent and what was typed; no records.",
        discussion: """
            The store has a key of its own and holds codes of files, never the persons behind them.
            With --organisation only the files of that organisation are packed.

            EXAMPLE
              ijkpunt study pack plannen-2019 --store winkel.sqlite --device L1 \\
                --to laptop.sqlite --to-key laptop.key --organisation 00900012
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "The code of the laptop, which no other has.")
    var device: String

    @Option(help: "The store to make.")
    var to: String

    @Option(help: "The key of that store; made when it is not there.")
    var toKey: String

    @Option(help: "The organisation whose files go along; all when not given.")
    var organisation: String?

    func validate() throws {
        guard CodingTable.isCode(device) else {
            throw ValidationError("--device \(device): expected letters and digits, as L1.")
        }
    }

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            guard let draw = state.draw else { throw StudyError.notDrawn(id: study) }
            let names = draw.organisations.map(\.name)
            if let organisation, !names.contains(organisation) {
                throw ValidationError(
                    "--organisation \(organisation): expected one of "
                        + names.joined(separator: ", ") + "."
                )
            }
            guard !FileManager.default.fileExists(atPath: to) else {
                throw StoreError.exists(path: to)
            }
            let store = try DeliveryStore(
                path: to,
                key: StoreKey.load(path: toKey, create: true),
                create: true
            )
            let desk = StudyDesk(
                store: store,
                definitions: definitions,
                actor: options.acting.actor(.researcher)
            )
            let files = try desk.unpack(state, of: organisation, device: device)
            Console.write(.standardOutput, to + "\n")
            room.say("packed", ["device": device, "files": "\(files)"])
        }
    }
}

/// `ijkpunt study sync`: what was typed, from device to device.
struct StudySyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Carries what was typed between devices in sealed files, and shows conflicts.",
        discussion: """
            With --out everything typed here is written to a sealed file; with --input such files
            are taken in. All devices of a study share the key for these files (ijkpunt key new). A
            file taken in twice adds nothing. Two answers to one item that were typed without
            knowing of each other are listed, and the form shows them to the coder.

            EXAMPLES
              ijkpunt study sync plannen-2019 --store laptop.sqlite --sync-key s.key --out L1.sealed
              ijkpunt study sync plannen-2019 --store winkel.sqlite --sync-key s.key \\
                --input L1.sealed L2.sealed
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "The key that the devices share.")
    var syncKey: String

    @Option(parsing: .upToNextOption, help: "Sealed files to take in.")
    var input: [String] = []

    @Option(help: "The sealed file to write.")
    var out: String?

    func validate() throws {
        guard !input.isEmpty || out != nil else {
            throw ValidationError("Give --input, --out or both.")
        }
    }

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            _ = try room.desk.state(study)
            let key = try KeyFile.read(KeyOrigin(syncKey)).derived(for: "study sync", salt: [])
            let journal = StoreJournal(
                store: room.store,
                study: study,
                device: "sync",
                actor: options.acting.actor(.researcher)
            )
            for path in input {
                let records: [EntryRecord]
                do {
                    records = try EntryParcel.open(room.bytes(path), of: study, key: key)
                } catch EntryParcel.Failure.unopenable {
                    throw StudyError.unreadable(path: path)
                }
                let new = try journal.take(records)
                room.say("synced", ["path": path, "new": "\(new)", "all": "\(records.count)"])
            }
            let records = try journal.records()
            if let out {
                try room.write(EntryParcel.seal(records, of: study, key: key), to: out)
                room.say("sealed", ["path": out, "records": "\(records.count)"])
            }
            Console.write(.standardOutput, "file,coder,round,item,devices\n")
            let merged = EntryMerge(records)
            for conflict in merged.conflicts {
                let devices = conflict.records.map(\.name.device).joined(separator: " ")
                Console.write(
                    .standardOutput,
                    "\(conflict.file),\(conflict.coder),\(conflict.round.rawValue),"
                        + "\(conflict.item),\(devices)\n"
                )
            }
            if !merged.missing.isEmpty {
                let devices = Set(merged.missing.map(\.device)).sorted()
                room.say(
                    "missing",
                    [
                        "number": "\(merged.missing.count)",
                        "devices": devices.joined(separator: ", "),
                    ]
                )
            }
        }
    }
}

/// `ijkpunt study gather`: finished readings become codings.
struct StudyGatherCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gather",
        abstract: "Takes readings that were finished on the form in as codings.",
        discussion: """
            A reading in conflict or not finished stays where it is. The same rules hold as for
            study code. Running it again keeps nothing new.

            EXAMPLE
              ijkpunt study gather plannen-2019 --store winkel.sqlite
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            let journal = StoreJournal(
                store: room.store,
                study: study,
                device: "sync",
                actor: options.acting.actor(.researcher)
            )
            let gathered = try GatheredReadings(
                journal.records(),
                state,
                room.instrument(state)
            )
            if !gathered.codings.isEmpty {
                try room.desk.keep(gathered.codings, of: state)
            }
            room.say(
                "gathered",
                [
                    "new": "\(gathered.codings.count)", "open": "\(gathered.unfinished)",
                    "conflicts": "\(gathered.conflicts.count)",
                ]
            )
        }
    }
}
