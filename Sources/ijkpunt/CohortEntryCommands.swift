import ArgumentParser
import CaseFileStudies
import CohortStudies
import Definitions
import Domain
import Foundation

/// `ijkpunt cohort contact`: who takes part, by the rules of safe contact.
struct CohortContactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact",
        abstract: "Takes in who takes part, held against the rules of safe contact.",
        discussion: """
            The columns are participant, age_band (under-12, 12-15, 16-plus), representative
            (parents, institution, guardian), accused (none, parent-1, parent-2, both, unknown),
            read_along (yes, no, unknown), channel (visit, phone, letter, message), heard_apart
            (yes, no), consent_by (parent-1 parent-2 institution guardian youth) and outcome (given,
            refused, withdrawn, not-reachable, not-safe). Nothing is written where somebody may read
            along; an accused parent is never the only one who agrees.

            EXAMPLE
              ijkpunt cohort contact cohort-2019 --store winkel.sqlite --input deelname.csv
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The cohort.")
    var cohort: String

    @Option(help: "Answers, CSV or JSON.")
    var input: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.cohortRoom(definitions)
            let state = try room.state(cohort)
            guard state.seed != nil else { throw CohortError.notEnrolled(id: cohort) }
            let contacts = try ContactTable.read(room.study.bytes(input), path: input, state: state)
            if !contacts.isEmpty { try room.desk.keep(contacts, of: state) }
            room.say(
                "contacted",
                ["new": "\(contacts.count)", "members": "\(try room.state(cohort).members.count)"]
            )
        }
    }
}

/// `ijkpunt cohort due`: whose window is open.
struct CohortDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Lists whose window is open, and how they may be reached.",
        discussion: """
            For the secure area: code, wave, the last day of the window, and the channel.

            EXAMPLE
              ijkpunt cohort due cohort-2019 --store winkel.sqlite --day 2019-09-01
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The cohort.")
    var cohort: String

    @Option(help: "The day, as 2026-11-25; today by default.")
    var day: String?

    func run() throws {
        let day = try ijkpunt.day(self.day, option: "--day") ?? today()
        try options.common.reporting { definitions in
            let room = try options.cohortRoom(definitions)
            let state = try room.state(cohort)
            try room.study.logView(of: cohort, "due")
            Console.write(.standardOutput, "participant,wave,until,channel,read_along\n")
            for due in DueMeasurement.all(state, on: day) {
                let last = due.until.components
                let until = String(format: "%04d-%02d-%02d", last.year, last.month, last.day)
                Console.write(
                    .standardOutput,
                    "\(due.participant),\(due.wave),\(until),\(due.channel.rawValue),"
                        + "\(due.readingAlong.rawValue)\n"
                )
            }
        }
    }
}

/// `ijkpunt cohort measure`: what was answered.
struct CohortMeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Takes measurements in, held against the windows and the questionnaires.",
        discussion: """
            The columns are participant, wave, day, item and value: one answer a row. Items are
            questionnaire.number, or questionnaire.score where the items are under licence, and
            violence.incidents, violence.severe (1 or 0), violence.repeated-after and placed-after
            (in days after the report). An empty value is missing. Taking the same file in again
            changes nothing.

            EXAMPLE
              ijkpunt cohort measure cohort-2019 --store winkel.sqlite --input meting.csv
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The cohort.")
    var cohort: String

    @Option(help: "Answers, CSV or JSON.")
    var input: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.cohortRoom(definitions)
            let state = try room.state(cohort)
            let found = try MeasurementTable.read(
                room.study.bytes(input),
                path: input,
                state: state
            )
            if !found.isEmpty { try room.desk.keep(found, of: state) }
            room.say("measured", ["new": "\(found.count)"])
        }
    }
}

/// `ijkpunt cohort erase`: takes a participant away.
struct CohortEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Takes everything about a participant away, for who asks for it.",
        discussion: """
            What stays is a mark of the case, so that the same report does not enter again. The file
            is written anew: nothing of the participant is left in it.

            EXAMPLE
              ijkpunt cohort erase cohort-2019 --store winkel.sqlite --participant P00012
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The cohort.")
    var cohort: String

    @Option(help: "The code of the participant.")
    var participant: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.cohortRoom(definitions)
            try room.desk.erase(participant, from: room.state(cohort))
            room.say("erased", ["participant": participant])
        }
    }
}
