import ArgumentParser
import CaseFileStudies
import Definitions
import Domain
import Foundation
import Statistics

/// `ijkpunt study design`: from a question to a signed plan.
struct StudyDesignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "design",
        abstract: "Makes a signed plan: strata, allocation, and what it will be able to show.",
        discussion: """
            The question is a YAML file; templates/study.yaml beside the definitions is one to
            start from. A plan may be made again until the sample is drawn.

            EXAMPLE
              ijkpunt study design onderzoek.yaml --store winkel.sqlite --out plan.json
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The question, YAML.")
    var question: String

    @Option(help: "The day of the plan, as 2026-11-25; today by default.")
    var day: String?

    @Option(help: "Where to write the signed plan, JSON.")
    var out: String?

    func run() throws {
        let made = try ijkpunt.day(self.day, option: "--day") ?? today()
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let bytes = try room.bytes(question)
            let text = String(decoding: bytes, as: UTF8.self)
            let request = try StudyRequest.read(
                from: URL(filePath: question),
                against: definitions
            )
            guard let instrument = definitions.instruments[request.instrument] else { return }
            let version = try room.desk.nextVersion(request.id)
            let plan = try DesignStage(request: request, text: text, instrument: instrument)
                .run(room.frame(request), version: version, day: made)
            let signed = try room.desk.keep(plan)
            let json = StudyJSONText.plan(signed)
            if let out { try room.write(Array((json.text + "\n").utf8), to: out) }
            if options.json {
                Console.write(.standardOutput, json.text + "\n")
            } else {
                Console.write(.standardOutput, "domain,files,half_width,wanted,needed,verdict\n")
                for outlook in plan.outlooks {
                    let half = outlook.halfWidth.map { String(format: "%.3f", $0) } ?? ""
                    let files = String(format: "%.0f", outlook.files)
                    Console.write(
                        .standardOutput,
                        "\(outlook.domain),\(files),\(half),\(outlook.wanted),\(outlook.needed),"
                            + "\(outlook.verdict.rawValue)\n"
                    )
                }
            }
            room.say(
                "designed",
                [
                    "id": plan.study, "version": "\(plan.version)",
                    "organisations": "\(plan.organisations)", "files": "\(plan.files)",
                ]
            )
            for outlook in plan.outlooks where outlook.verdict != .precise {
                let title = request.domains.first { $0.id == outlook.domain }?.title
                room.say(
                    "verdict.\(outlook.verdict.rawValue)",
                    [
                        "domain": title?[options.common.spoken] ?? outlook.domain,
                        "files": String(format: "%.0f", outlook.files),
                        "needed": "\(outlook.needed)",
                    ]
                )
            }
        }
    }
}
