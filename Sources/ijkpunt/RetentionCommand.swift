import ArgumentParser
import Definitions
import Domain
import Foundation
import Privacy
import Store

/// `ijkpunt retention`: how long records are kept.
struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "How long records are kept.",
        discussion: """
            EXAMPLE
              ijkpunt retention apply --store winkel.sqlite --dry-run
            """,
        subcommands: [RetentionApplyCommand.self]
    )
}

/// `ijkpunt retention apply`: erases what was kept long enough.
struct RetentionApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Erases the deliveries that were kept as long as their source and permit allow.",
        discussion: """
            The store is written anew, so that nothing of what was erased stays in it. What lies in
            backups from before can be opened until the key is replaced and the old one destroyed.

            EXAMPLE
              ijkpunt retention apply --store winkel.sqlite --dry-run
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Flag(help: "Only say what would be erased.")
    var dryRun = false

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let actor = acting.actor(.administrator)
            let gate = PermitGate(store: store, definitions: definitions, actor: actor)
            let plan = RetentionPlan(
                deliveries: try store.deliveries(),
                permits: try gate.inForce(),
                definitions: definitions,
                today: actor.now().day
            )
            for due in plan.due {
                Console.write(
                    .standardOutput,
                    "\(due.delivery),\(due.source),\(due.period),\(due.rows),\(due.until)\n"
                )
            }
            let erased =
                dryRun
                ? nil : try plan.apply(to: store, actor: actor, workers: common.workers)
            common.say(
                definitions.texts(
                    erased == nil ? "cli.retention.due" : "cli.retention.applied",
                    common.spoken,
                    [
                        "deliveries": "\(plan.due.count)",
                        "rows": "\(plan.due.reduce(0) { $0 + $1.rows })",
                    ]
                )
            )
        }
    }
}
