import ArgumentParser
import Definitions
import Domain
import Foundation
import Privacy
import Store

/// `ijkpunt breach`: a personal data breach and its 72 hours.
struct BreachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breach",
        abstract: "A personal data breach, its steps and its 72 hours (AVG, article 33).",
        discussion: """
            EXAMPLE
              ijkpunt breach found --store winkel.sqlite --known 2026-11-25T09:00:00Z
            """,
        subcommands: [BreachFoundCommand.self, BreachStepCommand.self, BreachListCommand.self]
    )
}

/// `ijkpunt breach found`: starts the clock.
struct BreachFoundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "found",
        abstract: "Writes a breach down and starts its clock.",
        discussion: """
            EXAMPLE
              ijkpunt breach found --store winkel.sqlite --known 2026-11-25T09:00:00Z
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Option(help: "When it became known, as 2026-11-25T09:00:00Z; now by default.")
    var known: String?

    @Option(help: "What happened; sealed.")
    var remark = ""

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let actor = acting.actor(.administrator)
            let moment = try known.map { text in
                guard let instant = UTCInstant(text), instant <= actor.now() else {
                    throw ValidationError(
                        "--known \(text): expected a moment gone by, as 2026-11-25T09:00:00Z."
                    )
                }
                return instant
            }
            try store.log(
                [
                    actor.event(
                        .breach,
                        ["step": "found", "known": (moment ?? actor.now()).description],
                        sealed: ["remark": remark]
                    )
                ],
                at: actor.now()
            )
            BreachWording.say(
                try BreachClock.all(in: store.auditLines([.breach])).suffix(1),
                at: actor.now(),
                definitions.texts,
                common.spoken
            )
        }
    }
}

/// `ijkpunt breach step`: takes a step.
struct BreachStepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step",
        abstract: "Writes down that a step was taken.",
        discussion: """
            Steps: assessed, contained, notified, told, no-risk, closed.

            EXAMPLE
              ijkpunt breach step 1 notified --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the breach.")
    var id: Int

    @Argument(help: "The step.")
    var step: String

    @Option(help: "What there is to say of it; sealed.")
    var remark = ""

    func run() throws {
        try common.reporting { definitions in
            let known = BreachClock.Step.allCases.filter { $0 != .found }.map(\.rawValue)
            guard known.contains(step) else {
                throw ValidationError(
                    "step \(step): expected one of \(known.joined(separator: ", "))."
                )
            }
            let store = try place.open()
            let count = BreachClock.all(in: try store.auditLines([.breach])).count
            guard (1...max(count, 1)).contains(id), count > 0 else {
                throw ValidationError("breach \(id): expected a number up to \(count).")
            }
            let actor = acting.actor(.administrator)
            try store.log(
                [
                    actor.event(
                        .breach,
                        ["breach": "\(id)", "step": step],
                        sealed: ["remark": remark]
                    )
                ],
                at: actor.now()
            )
            BreachWording.say(
                try BreachClock.all(in: store.auditLines([.breach])).filter { $0.id == id },
                at: actor.now(),
                definitions.texts,
                common.spoken
            )
        }
    }
}

/// `ijkpunt breach list`: the breaches with the hours that are left.
struct BreachListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the breaches with the hours that are left; exit 1 when one is late.",
        discussion: """
            EXAMPLE
              ijkpunt breach list --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
        try common.reporting { definitions in
            let now = Acting.actor(.administrator).now()
            let all = BreachClock.all(in: try place.open().auditLines([.breach]))
            BreachWording.say(all, at: now, definitions.texts, common.spoken)
            if all.contains(where: { $0.answered == nil && $0.isLate(at: now) }) {
                throw ExitCode(1)
            }
        }
    }
}

/// Breaches in words.
enum BreachWording {
    static func say(
        _ clocks: some Sequence<BreachClock>,
        at now: UTCInstant,
        _ texts: TextCatalogue,
        _ language: Language
    ) {
        for clock in clocks {
            let key: String
            if clock.answered != nil {
                key = clock.isLate(at: now) ? "answered-late" : "answered"
            } else {
                key = clock.isLate(at: now) ? "late" : "running"
            }
            let text = texts(
                "cli.breach.\(key)",
                language,
                [
                    "id": "\(clock.id)", "found": clock.found.description,
                    "deadline": clock.deadline.description,
                    "hours": "\(abs(clock.hoursLeft(at: now) ?? 0))",
                    "steps": clock.steps.map(\.step.rawValue).joined(separator: ", "),
                ]
            )
            Console.write(.standardOutput, text + "\n")
        }
    }
}
