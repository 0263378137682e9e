import ArgumentParser
import CaseFileStudies
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
            A study goes with the last delivery of its source and half-year: consent, codings, what
            was typed and the persons behind codes. Its plan and draw stay. The store is written anew, so that nothing of what was erased stays in it. What lies in
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
            let gone = Set(plan.due.map(\.delivery))
            let left = try store.deliveries().filter { !gone.contains($0.id) }
            let studies = try StudyRetention(store, definitions: definitions) { source, period in
                left.contains { $0.source == source && $0.period == period }
            }
            for study in studies.due { Console.write(.standardOutput, "study,\(study)\n") }
            let erased =
                dryRun
                ? nil : try plan.apply(to: store, actor: actor, workers: common.workers)
            if erased != nil { try studies.apply(to: store, actor: actor) }
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
            guard !studies.due.isEmpty else { return }
            common.say(
                definitions.texts(
                    dryRun ? "cli.retention.studies-due" : "cli.retention.studies-applied",
                    common.spoken,
                    ["studies": studies.due.joined(separator: ", ")]
                )
            )
        }
    }
}
