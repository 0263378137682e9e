import ArgumentParser
import CohortStudies
import Definitions
import Disclosure
import Domain
import Foundation
import Pipeline
import Statistics
import Store

/// `ijkpunt cohort estimate`: change, violence, response and repeated violence.
struct CohortEstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Works out what became of the families, through disclosure.",
        discussion: """
            Writes <cohort>-change.csv, -violence.csv and -response.csv. Shares are weighted for
            who was lost, with bounds for what the loss could hide. <cohort>-repeated.csv is a
            survival curve at fixed days: where the profile asks for it, somebody has to judge it
            first, and is named with --judged.

            EXAMPLE
              ijkpunt cohort estimate cohort-2019 --store winkel.sqlite --out tabellen
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The cohort.")
    var cohort: String

    @Option(help: "The disclosure profile.")
    var profile = "cbs"

    @Option(help: "The folder to write.")
    var out = "."

    @Option(help: "Who judged that repeated violence may be shown.")
    var judged: String?

    @Flag(help: "Write the figures as they are, for inside the secure area.")
    var `internal` = false

    func run() throws {
        try options.common.reporting { definitions in
            guard let known = definitions.profiles[profile], known.method == .independent else {
                let names = definitions.profiles.values.filter { $0.method == .independent }
                    .map(\.id).sorted().joined(separator: ", ")
                throw ValidationError("--profile \(profile): expected one of \(names).")
            }
            let room = try options.cohortRoom(definitions)
            let state = try room.state(cohort)
            guard state.seed != nil else { throw CohortError.notEnrolled(id: cohort) }
            if self.internal {
                try room.study.logView(of: cohort, "cohort")
                Console.write(.standardOutput, CohortJSONText.figures(state).text + "\n")
                return
            }
            // First the log, then the figures: there is no computation that was not kept.
            let actor = options.acting.actor(.researcher)
            var facts = ["study": cohort, "figures": "cohort"]
            if judged != nil { facts["judged"] = "yes" }
            try room.study.store.log(
                [actor.event(.computation, facts, sealed: judged.map { ["judge": $0] } ?? [:])],
                at: actor.now()
            )
            let stage = CohortTablesStage(profile: known)
            for table in stage.run(state, isJudged: judged != nil) {
                var bytes: [UInt8] = []
                table.appendCSV(to: &bytes)
                let place = out + "/\(table.indicator).csv"
                try room.study.write(bytes, to: place)
                if !options.json { Console.write(.standardOutput, place + "\n") }
            }
            if options.json {
                let tables = stage.run(state, isJudged: judged != nil).map { table in
                    (table.indicator, StudyJSONText.table(table))
                }
                Console.write(
                    .standardOutput,
                    JSONValue.object(Dictionary(uniqueKeysWithValues: tables)).text + "\n"
                )
            }
            if stage.asksForJudgement && judged == nil { room.say("not-judged") }
            options.common.say(known.notice[options.common.spoken])
        }
    }
}

/// The figures of a cohort as JSON, as they are.
enum CohortJSONText {
    static func figures(_ state: CohortState) -> JSONValue {
        .object([
            "change": .array(
                ChangeStudy.figures(state).map { figure in
                    .object([
                        "questionnaire": .string(figure.questionnaire),
                        "wave": .string(figure.wave), "method": .string(figure.method.rawValue),
                        "cutoff": JSONValue(figure.cutoff),
                        "errorOfMeasurement": JSONValue(figure.errorOfMeasurement),
                        "shares": .object(
                            Dictionary(
                                uniqueKeysWithValues: zip(
                                    ChangeStudy.classes.map(\.rawValue),
                                    figure.shares.map(share)
                                )
                            )
                        ),
                        "warnings": .array(figure.warnings.map { .string($0) }),
                    ])
                }
            ),
            "violence": .array(
                ViolenceWaves.figures(state).map { figure in
                    .object([
                        "wave": .string(figure.wave),
                        "shares": .object(
                            Dictionary(
                                uniqueKeysWithValues: zip(
                                    ViolenceClass.allCases.map(\.rawValue),
                                    figure.shares.map(share)
                                )
                            )
                        ),
                    ])
                }
            ),
            "response": .array(
                WaveResponse.all(state).map {
                    .object(["wave": .string($0.wave), "share": share($0.share)])
                }
            ),
            "repeated": .array(
                RepeatedViolence.figures(state).map { figure in
                    .object([
                        "days": .integer(figure.days), "persons": .integer(figure.persons),
                        "with": .integer(figure.with), "without": .integer(figure.without),
                        "incidence": JSONValue(figure.incidence),
                        "lower": JSONValue(figure.incidenceInterval?.lower),
                        "upper": JSONValue(figure.incidenceInterval?.upper),
                        "complement": JSONValue(figure.complement),
                    ])
                }
            ),
        ])
    }

    private static func share(_ share: CohortShare) -> JSONValue {
        .object([
            "persons": .integer(share.persons), "with": .integer(share.with),
            "lost": .integer(share.lost), "share": JSONValue(share.share),
            "effective": JSONValue(share.effective), "lower": JSONValue(share.interval?.lower),
            "upper": JSONValue(share.interval?.upper),
            "boundLower": JSONValue(share.bounds?.lower),
            "boundUpper": JSONValue(share.bounds?.upper),
        ])
    }
}
