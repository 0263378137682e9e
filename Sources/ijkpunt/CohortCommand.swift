import ArgumentParser
import CaseFileStudies
import CohortStudies
import Definitions
import Domain
import Foundation
import Store

/// `ijkpunt cohort`: families followed after a report.
struct CohortCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort",
        abstract:
            "Families followed after a report: plan, enrolment, contact, measurements, change.",
        discussion: """
            In this order. Every step is kept in the store, sealed and in the audit log; figures
            leave through disclosure.

            EXAMPLE
              ijkpunt cohort plan cohort.yaml --store winkel.sqlite
            """,
        subcommands: [
            CohortPlanCommand.self, CohortEnrolCommand.self, CohortContactCommand.self,
            CohortDueCommand.self, CohortMeasureCommand.self, CohortEstimateCommand.self,
            CohortEraseCommand.self,
        ]
    )
}

/// An opened store with the desk at which a cohort is kept.
struct CohortRoom {
    let study: StudyRoom
    let desk: CohortDesk

    /// The cohort.
    func state(_ id: String) throws -> CohortState { try desk.state(id) }

    /// Says something by its key under `cli.cohort.`.
    func say(_ key: String, _ values: [String: String] = [:]) {
        let common = study.options.common
        common.say(study.definitions.texts("cli.cohort.\(key)", common.spoken, values))
    }
}

extension StudyOptions {
    /// Opens the store and the desk of cohorts.
    func cohortRoom(_ definitions: DefinitionSet) throws -> CohortRoom {
        let study = try room(definitions)
        return CohortRoom(
            study: study,
            desk: CohortDesk(
                store: study.store,
                definitions: definitions,
                actor: acting.actor(.researcher)
            )
        )
    }
}

/// `ijkpunt cohort plan`: who is followed, when and with what.
struct CohortPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Keeps the plan of a cohort: who enters, waves with windows, questionnaires.",
        discussion: """
            The plan is a YAML file; templates/cohort.yaml beside the definitions is one to start
            from. It may be replaced until somebody entered. A questionnaire needs its norms: where
            they are under licence, fill them in in a copy of its record.

            EXAMPLE
              ijkpunt cohort plan cohort.yaml --store winkel.sqlite
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The plan, YAML.")
    var plan: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.cohortRoom(definitions)
            let bytes = try room.study.bytes(plan)
            let request = try CohortRequest.read(from: URL(filePath: plan), against: definitions)
            try room.desk.keep(request, text: String(decoding: bytes, as: UTF8.self))
            Console.write(.standardOutput, "wave,from,until\n")
            for wave in request.waves {
                Console.write(.standardOutput, "\(wave.id),\(wave.from),\(wave.until)\n")
            }
            room.say("planned", ["id": request.id, "waves": "\(request.waves.count)"])
        }
    }
}

/// `ijkpunt cohort enrol`: who enters, from reports.
struct CohortEnrolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Lets one child of each reported case enter, from deliveries of Veilig Thuis.",
        discussion: """
            Writes to stdout a list for the organisation: code, organisation and number of the
            report. That list is nowhere kept; without it nobody can lead a code back. The seed has
            to be published beforehand; it decides which child of a case enters.

            EXAMPLE
              ijkpunt cohort enrol cohort-2019 --store winkel.sqlite --seed 2019-0104 \\
                --reports veiligthuis/organisatie-2019H1.csv > lijst.csv
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The cohort.")
    var cohort: String

    @Option(parsing: .upToNextOption, help: "Deliveries of Veilig Thuis, CSV.")
    var reports: [String]

    @Option(help: "The published seed.")
    var seed: String

    func validate() throws {
        guard !seed.isEmpty else {
            throw ValidationError("--seed: expected a text that is not empty.")
        }
    }

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.cohortRoom(definitions)
            Console.write(.standardOutput, "participant,organisation,report\n")
            var count = 0
            for path in reports {
                let state = try room.state(cohort)
                let entrants = try EnrolmentTable.read(
                    room.study.bytes(path),
                    path: path,
                    request: state.request,
                    seed: seed,
                    known: state.participants
                )
                guard !entrants.isEmpty else { continue }
                try room.desk.keep(entrants, seed: seed, of: state)
                for entrant in entrants {
                    Console.write(
                        .standardOutput,
                        "\(entrant.participant.code),\(entrant.participant.organisation),"
                            + "\(entrant.report)\n"
                    )
                }
                count += entrants.count
            }
            room.say("enrolled", ["id": cohort, "new": "\(count)"])
        }
    }
}
