import ArgumentParser
import CaseFileStudies
import Columns
import Definitions
import Domain
import Foundation
import Store

/// `ijkpunt study`: in-depth studies of case files.
struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study",
        abstract: "Studies of case files: design, draw, consent, coding, agreement, estimates.",
        discussion: """
            In this order. Every step is kept in the store, sealed and in the audit log; figures
            leave through disclosure.

            EXAMPLE
              ijkpunt study design onderzoek.yaml --store winkel.sqlite
            """,
        subcommands: [
            StudyDesignCommand.self, StudyDrawCommand.self, StudyConsentCommand.self,
            StudyCodeCommand.self, StudyAgreeCommand.self, StudyEstimateCommand.self,
            StudyCombineCommand.self, StudyFictiveCommand.self, StudyEnterCommand.self,
            StudyPackCommand.self, StudySyncCommand.self, StudyGatherCommand.self,
            StudyAuditCommand.self,
        ]
    )
}

/// What every step of a study needs.
struct StudyOptions: ParsableArguments {
    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Flag(help: "Write the result as JSON.")
    var json = false

    /// Opens the store and the desk.
    func room(_ definitions: DefinitionSet) throws -> StudyRoom {
        let store = try place.open()
        let desk = StudyDesk(
            store: store,
            definitions: definitions,
            actor: acting.actor(.researcher)
        )
        return StudyRoom(store: store, desk: desk, definitions: definitions, options: self)
    }
}

/// An opened store with the desk at which a study is kept.
struct StudyRoom {
    let store: DeliveryStore
    let desk: StudyDesk
    let definitions: DefinitionSet
    let options: StudyOptions

    /// The frame of a question.
    func frame(_ request: StudyRequest) throws -> CaseFileFrame {
        guard let source = definitions.sources[request.source] else {
            throw StudyError.noDeliveries(source: request.source, period: "\(request.period)")
        }
        return try CaseFileFrame.load(
            source: source,
            period: request.period,
            definitions: definitions,
            store: store,
            workers: options.common.workers
        )
    }

    /// The instrument of a study.
    func instrument(_ state: StudyState) throws -> Instrument {
        let codebook = state.plan.plan.codebook
        guard let instrument = definitions.instruments[codebook.id] else {
            throw StudyError.instrumentChanged(
                id: state.request.id,
                instrument: codebook.id,
                version: codebook.version
            )
        }
        return instrument
    }

    /// The bytes of a file of the user.
    func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw StudyError.unreadable(path: path)
        }
        return Array(data)
    }

    /// Writes a file, with the folders it lies in.
    func write(_ bytes: [UInt8], to path: String) throws {
        let place = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: place, options: .atomic)
        } catch {
            throw Complaint.InputError.unwritable(path: path)
        }
    }

    /// Keeps in the audit log that bare counts of a study are looked at, and says that they are.
    func logView(of study: String, _ figures: String) throws {
        let actor = options.acting.actor(.researcher)
        try store.log(
            [actor.event(.view, ["study": study, "figures": figures])],
            at: actor.now()
        )
        Console.write(
            .standardError,
            definitions.texts("cli.compute.unprotected", options.common.spoken) + "\n"
        )
    }

    /// Says something by its key under `cli.study.`.
    func say(_ key: String, _ values: [String: String] = [:]) {
        options.common.say(definitions.texts("cli.study.\(key)", options.common.spoken, values))
    }
}
