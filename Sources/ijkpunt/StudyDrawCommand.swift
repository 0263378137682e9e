import ArgumentParser
import CaseFileStudies
import Columns
import Definitions
import Domain
import Foundation
import Statistics
import Store

/// `ijkpunt study draw`: the sample, its second phase, replacements and work lists.
struct StudyDrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draws the sample from a published seed; once.",
        discussion: """
            The seed has to be published before the draw, by somebody the researcher does not choose,
            as the next draw of a lottery. The same plan, frame and seed give the same sample.

            With --screening the second phase is drawn: a file with the columns file and class, as
            the organisations saw at the first look. With --replace a file that was not found is
            replaced by the next in order; a refusal is never replaced. With --senders work lists
            are written, from the deliveries with sender pseudonyms, which only the organisation can
            lead back to files.

            EXAMPLES
              ijkpunt study draw plannen-2019 --store winkel.sqlite --seed 2025-0417
              ijkpunt study draw plannen-2019 --store winkel.sqlite --senders uit/*.csv --out lijsten
              ijkpunt study draw plannen-2019 --store winkel.sqlite --screening gezien.csv
              ijkpunt study draw plannen-2019 --store winkel.sqlite --replace S0007 \\
                --reason not-found
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "The published seed.")
    var seed: String?

    @Option(parsing: .upToNextOption, help: "Deliveries with sender pseudonyms.")
    var senders: [String] = []

    @Option(help: "The folder for work lists.")
    var out = "."

    @Option(help: "What was seen at the first look, CSV or JSON.")
    var screening: String?

    @Option(help: "A file that has to be replaced.")
    var replace: String?

    @Option(help: "Why: not-found or outside-frame.")
    var reason = "not-found"

    func validate() throws {
        let steps = [seed != nil, !senders.isEmpty, screening != nil, replace != nil].count { $0 }
        guard steps == 1 else {
            throw ValidationError("Give one of --seed, --senders, --screening and --replace.")
        }
        guard ["not-found", "outside-frame"].contains(reason) else {
            throw ValidationError("--reason \(reason): expected not-found or outside-frame.")
        }
        if let seed, seed.isEmpty {
            throw ValidationError("--seed: expected a text that is not empty.")
        }
    }

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            if let seed {
                try draw(room, state, seed)
            } else if let screening {
                try secondPhase(room, state, screening)
            } else if let replace {
                try replacement(room, state, replace)
            } else {
                try workLists(room, state)
            }
        }
    }

    private func draw(_ room: StudyRoom, _ state: StudyState, _ seed: String) throws {
        guard state.draw == nil else { throw StudyError.alreadyDrawn(id: study) }
        let (draw, links) = try DrawStage(request: state.request, plan: state.plan.plan)
            .run(room.frame(state.request), seed: seed)
        try room.desk.keep(draw, links: links, of: state)
        let sample = draw.files.filter { $0.reserve == 0 }
        if options.json {
            let organisations = draw.organisations.enumerated().map { number, organisation in
                JSONValue.object([
                    "organisation": .string(organisation.name),
                    "stratum": .string(organisation.stratum),
                    "probability": .number(organisation.probability),
                    "files": .integer(sample.count { $0.organisation == number }),
                ])
            }
            let result = JSONValue.object([
                "study": .string(study), "seed": .string(seed),
                "algorithm": .string(draw.algorithm), "files": .integer(sample.count),
                "organisations": .array(organisations),
            ])
            Console.write(.standardOutput, result.text + "\n")
        } else {
            Console.write(.standardOutput, "organisation,stratum,files\n")
            for (number, organisation) in draw.organisations.enumerated() {
                let count = sample.count { $0.organisation == number }
                Console.write(
                    .standardOutput,
                    "\(organisation.name),\(organisation.stratum),\(count)\n"
                )
            }
        }
        room.say(
            "drawn",
            [
                "id": study, "organisations": "\(draw.organisations.count)",
                "files": "\(sample.count)", "seed": seed,
            ]
        )
    }

    private func secondPhase(_ room: StudyRoom, _ state: StudyState, _ path: String) throws {
        let phase = try ScreeningTable.read(room.bytes(path), path: path, state: state)
        try room.desk.keep(phase, of: state)
        let kept = phase.files.count { $0.isKept }
        if options.json {
            let result = JSONValue.object([
                "study": .string(study), "screened": .integer(phase.files.count),
                "kept": .array(phase.files.filter(\.isKept).map { .string($0.code) }),
            ])
            Console.write(.standardOutput, result.text + "\n")
        } else {
            for file in phase.files where file.isKept {
                Console.write(.standardOutput, "\(file.code)\n")
            }
        }
        room.say("screened", ["files": "\(phase.files.count)", "kept": "\(kept)"])
    }

    private func replacement(_ room: StudyRoom, _ state: StudyState, _ code: String) throws {
        let replacement = try state.replacement(of: code, because: reason)
        try room.desk.keep(replacement, of: state)
        Console.write(.standardOutput, (replacement.by ?? "") + "\n")
        let key = replacement.by == nil ? "not-replaced" : "replaced"
        room.say(key, ["file": code, "by": replacement.by ?? ""])
    }

    private func workLists(_ room: StudyRoom, _ state: StudyState) throws {
        guard let draw = state.draw else { throw StudyError.notDrawn(id: study) }
        let links = try room.store.studyLinks(study)
        let domain = room.definitions.privacy.domain(
            of: state.request.source,
            in: state.request.period
        )
        for path in senders {
            let delivery = try SenderList(room.bytes(path), path: path)
            guard draw.organisations.contains(where: { $0.name == delivery.holder }) else {
                continue
            }
            let list = try WorkList(
                organisation: delivery.holder,
                senders: delivery.senders,
                draw: draw,
                links: links,
                maker: room.store.pseudonymMaker(domain: domain.id),
                workers: options.common.workers
            )
            let place = out + "/werklijst-\(delivery.holder).csv"
            try room.write(list.csv, to: place)
            Console.write(.standardOutput, place + "\n")
            if list.missing > 0 {
                room.say("work-list-missing", ["path": place, "missing": "\(list.missing)"])
            }
        }
    }
}
