import ArgumentParser
import Definitions
import Disclosure
import Domain
import Foundation
import Indicators
import Pipeline
import Publication
import Store

/// `ijkpunt publish`: protected tables to the published database.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Protects every table and replaces the published database, all or nothing.",
        discussion: """
            Real figures are published when two checkers released exactly these tables (see ijkpunt
            release); with --fictive nobody has to.

            EXAMPLE
              ijkpunt publish --store winkel.sqlite --published gepubliceerd.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "The published database.")
    var published: String

    @Option(help: "The disclosure profile.")
    var profile = "ijkpunt"

    @Option(
        help: """
            A table an indicator or a comparison needs, as population=FILE or \
            population-by-age=FILE (year,gm_code,age,sex,population).
            """
    )
    var table: [String] = []

    @Option(help: "Indicators to leave out, as BJ-09.")
    var without: [String] = []

    @Flag(help: "The deliveries are fictive; every page says so.")
    var fictive = false

    @Option(help: "The day of publication, as 2026-11-23.")
    var day: String?

    func run() throws {
        let published = try ijkpunt.day(self.day, option: "--day") ?? today()
        try common.reporting { definitions in
            try PublishWork(definitions: definitions, common: common).run(
                store: place.store,
                key: place.keyPath,
                published: self.published,
                profile: profile,
                population: try GivenTable.read("population", in: table),
                populationByAge: try GivenTable.read("population-by-age", in: table),
                release: Release(day: published, origin: fictive ? .fictive : .delivered),
                without: Set(without),
                actor: acting.actor(.administrator)
            )
        }
    }
}

/// The publishing of a store.
struct PublishWork {
    let definitions: DefinitionSet
    let common: RunOptions

    func run(
        store: String,
        key: String,
        published: String,
        profile: String,
        population: (path: String, text: String)?,
        populationByAge: (path: String, text: String)?,
        release: Release,
        without: Set<String> = [],
        actor: @autoclosure () -> AuditActor = Acting.actor(.administrator)
    ) throws {
        let opened = try StoreOptions.open(store, key: key)
        let progress = ProgressLine(quiet: common.quiet)
        let stage = try stage(
            opened,
            profile: profile,
            population: population,
            populationByAge: populationByAge,
            // Who acts is known once the store was opened.
            actor: actor()
        )
        let outcome = try stage.run(to: published, release: release, excluding: without) {
            progress.show($0)
        }
        progress.finish()
        for table in outcome.incomplete {
            common.say(
                definitions.texts(
                    "cli.absent.\(table.reason.rawValue)",
                    common.spoken,
                    ["id": table.indicator, "period": table.period.description]
                )
            )
        }
        for reason in outcome.refused {
            Console.write(
                .standardError,
                reason.sentence(definitions.texts, common.spoken) + "\n"
            )
        }
        common.say(
            definitions.texts(
                "cli.publish.done",
                common.spoken,
                ["count": "\(outcome.tables)", "path": published]
            )
        )
        common.say(definitions.profiles[profile]?.notice[common.spoken] ?? "")
    }

    /// The stage by which a store is published, or drafted for the checkers.
    func stage(
        _ store: DeliveryStore,
        profile: String,
        population: (path: String, text: String)?,
        populationByAge: (path: String, text: String)?,
        actor: AuditActor
    ) throws -> PublishStage {
        guard let protection = definitions.profiles[profile] else {
            let known = definitions.profiles.keys.sorted().joined(separator: ", ")
            throw ValidationError("--profile \(profile): expected one of \(known).")
        }
        guard protection.method != .suppression else {
            throw ValidationError(
                "--profile \(profile): withholds cells of single tables; use ijkpunt protect."
            )
        }
        return PublishStage(
            definitions: definitions,
            digests: try DefinitionDigests(folder: common.definitionFolder()),
            store: store,
            profile: protection,
            population: population,
            populationByAge: populationByAge,
            workers: common.workers,
            actor: actor
        )
    }
}
