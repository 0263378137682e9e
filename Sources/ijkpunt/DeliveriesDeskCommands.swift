import ArgumentParser
import Definitions
import Domain
import Pipeline
import Store

/// A half-year of a holder of a source.
struct HolderPlaceOptions: ParsableArguments {
    @Option(help: "The source, as jeugdhulp.")
    var source: String

    @Option(help: "The code of the holder.")
    var holder: String

    @Option(help: "The half-year, as 2019H1.")
    var period: String

    func validate() throws {
        guard ReportingPeriod(period) != nil else {
            throw ValidationError("--period \(period): expected a half-year as 2019H1.")
        }
    }

    /// The place.
    func place() throws -> DeliveryApprovals.Place {
        guard let half = ReportingPeriod(period) else {
            throw ValidationError("--period \(period): expected a half-year as 2019H1.")
        }
        return DeliveryApprovals.Place(source: source, holder: holder, period: half)
    }

    /// What fills a sentence about it.
    func facts(by name: String, _ more: [String: String] = [:]) -> [String: String] {
        ["source": source, "holder": holder, "period": period, "by": name]
            .merging(more) { own, _ in own }
    }
}

/// `ijkpunt deliveries approve`.
struct DeliveriesApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approves the latest version of a holder for a half-year, with name and time.",
        discussion: """
            EXAMPLE
              ijkpunt deliveries approve --source jeugdhulp --holder 00100003 --period 2019H1 \\
                --store winkel.sqlite --by "A. Jansen"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var here: HolderPlaceOptions

    func run() throws {
        try common.reporting { definitions in
            let actor = acting.actor(.administrator)
            let desk = DeliveryDesk(store: try place.open(), actor: actor)
            let vintage = try desk.approve(here.place())
            common.say(
                definitions.texts(
                    "cli.deliveries.approved",
                    common.spoken,
                    here.facts(by: actor.name, ["vintage": "\(vintage)"])
                )
            )
        }
    }
}

/// `ijkpunt deliveries lock`.
struct DeliveriesLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Locks a half-year of a holder: no redelivery is taken any more.",
        discussion: """
            EXAMPLE
              ijkpunt deliveries lock --source jeugdhulp --holder 00100003 --period 2019H1 \\
                --store winkel.sqlite --by "A. Jansen"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var here: HolderPlaceOptions

    func run() throws {
        try common.reporting { definitions in
            let actor = acting.actor(.administrator)
            let desk = DeliveryDesk(store: try place.open(), actor: actor)
            try desk.lock(here.place())
            common.say(
                definitions.texts(
                    "cli.deliveries.locked",
                    common.spoken,
                    here.facts(by: actor.name)
                )
            )
        }
    }
}

/// `ijkpunt deliveries unlock`.
struct DeliveriesUnlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock",
        abstract: "Unlocks a half-year of a holder.",
        discussion: """
            EXAMPLE
              ijkpunt deliveries unlock --source jeugdhulp --holder 00100003 --period 2019H1 \\
                --store winkel.sqlite --by "A. Jansen"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var here: HolderPlaceOptions

    func run() throws {
        try common.reporting { definitions in
            let actor = acting.actor(.administrator)
            let desk = DeliveryDesk(store: try place.open(), actor: actor)
            try desk.unlock(here.place())
            common.say(
                definitions.texts(
                    "cli.deliveries.unlocked",
                    common.spoken,
                    here.facts(by: actor.name)
                )
            )
        }
    }
}
