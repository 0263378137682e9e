import ArgumentParser
import CaseFileStudies
import Definitions
import Foundation
import Statistics

/// `ijkpunt study consent`: who agreed, and what refusal could hide.
struct StudyConsentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "Takes answers to the question for consent in, and gives the response.",
        discussion: """
            The columns are file, age_band (under-12, 12-15, 16-plus), outcome (given, refused,
            withdrawn, not-reachable, not-asked), refused_by (parents, youth, both) and reason.
            Without --input only the response is given. It is of the secure area: the protected
            table is written by estimate.

            EXAMPLE
              ijkpunt study consent plannen-2019 --store winkel.sqlite --input toestemming.csv
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "Answers, CSV or JSON.")
    var input: String?

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            var state = try room.desk.state(study)
            if let input {
                let consents = try ConsentTable.read(room.bytes(input), path: input, state: state)
                if !consents.isEmpty { try room.desk.keep(consents, of: state) }
                room.say("consented", ["new": "\(consents.count)"])
                state = try room.desk.state(study)
            }
            let response = try Response(state)
            try room.logView(of: study, "response")
            for warning in response.warnings { options.common.say(warning) }
            if options.json {
                Console.write(.standardOutput, json(response).text + "\n")
                return
            }
            Console.write(.standardOutput, "trait,category,asked,given,refused,not_reached\n")
            for group in response.groups {
                Console.write(
                    .standardOutput,
                    "\(group.trait),\(group.category),\(group.asked),\(group.given),"
                        + "\(group.refused),\(group.notReached)\n"
                )
            }
            if let indicator = response.indicator {
                room.say(
                    "r-indicator",
                    ["value": String(format: "%.3f", indicator.adjusted ?? indicator.estimate)]
                )
            }
        }
    }

    private func json(_ response: Response) -> JSONValue {
        let partials = (response.indicator?.partials ?? []).map { partial in
            JSONValue.object([
                "trait": .string(partial.name), "unconditional": .number(partial.unconditional),
                "conditional": .number(partial.conditional),
            ])
        }
        return .object([
            "groups": .array(
                response.groups.map { group in
                    .object([
                        "trait": .string(group.trait), "category": .string(group.category),
                        "asked": .integer(group.asked), "given": .integer(group.given),
                        "refused": .integer(group.refused),
                        "notReached": .integer(group.notReached), "rate": JSONValue(group.rate),
                    ])
                }
            ),
            "rIndicator": .object([
                "estimate": JSONValue(response.indicator?.estimate),
                "adjusted": JSONValue(response.indicator?.adjusted ?? nil),
                "standardError": JSONValue(response.indicator?.standardError ?? nil),
                "partials": .array(partials),
            ]),
            "refusals": .object(response.refusals.mapValues { .integer($0) }),
            "reasons": .object(response.reasons.mapValues { .integer($0) }),
            "warnings": .array(response.warnings.map { .string($0) }),
        ])
    }
}

/// `ijkpunt study code`: what coders found.
struct StudyCodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Takes codings in, held against the instrument.",
        discussion: """
            The columns are file, coder, round (first, second, adjudication), day, item and value:
            one answer a row. Several answers of one item have blanks between them; an estimate
            begins with ~. Taking the same file in again changes nothing; another answer to what was
            entered is refused.

            EXAMPLE
              ijkpunt study code plannen-2019 --store winkel.sqlite --input coderingen.csv
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    @Option(help: "Codings, CSV or JSON.")
    var input: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            let instrument = try room.instrument(state)
            let codings = try CodingTable.read(
                room.bytes(input),
                path: input,
                state: state,
                instrument: instrument
            )
            if !codings.isEmpty { try room.desk.keep(codings, of: state) }
            let progress = CodingProgress(try room.desk.state(study), instrument)
            if options.json {
                let result = JSONValue.object([
                    "new": .integer(codings.count), "toCode": .integer(progress.toCode),
                    "coded": .integer(progress.coded),
                    "toCodeTwice": .integer(progress.toCodeTwice),
                    "codedTwice": .integer(progress.codedTwice),
                    "undecided": .array(progress.undecided.map { .string($0) }),
                    "unanswered": .integer(progress.unanswered),
                ])
                Console.write(.standardOutput, result.text + "\n")
            } else {
                for file in progress.undecided { Console.write(.standardOutput, "\(file)\n") }
            }
            room.say(
                "coded",
                [
                    "new": "\(codings.count)", "coded": "\(progress.coded)",
                    "all": "\(progress.toCode)", "twice": "\(progress.codedTwice)",
                    "both": "\(progress.toCodeTwice)", "undecided": "\(progress.undecided.count)",
                    "unanswered": "\(progress.unanswered)",
                ]
            )
        }
    }
}

/// `ijkpunt study agree`: whether coders agree.
struct StudyAgreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Gives the agreement of coders by item, and their drift.",
        discussion: """
            Krippendorff's alpha decides: an item under the limit of the plan has no figure.

            EXAMPLE
              ijkpunt study agree plannen-2019 --store winkel.sqlite
            """
    )

    @OptionGroup var options: StudyOptions

    @Argument(help: "The study.")
    var study: String

    func run() throws {
        try options.common.reporting { definitions in
            let room = try options.room(definitions)
            let state = try room.desk.state(study)
            let instrument = try room.instrument(state)
            let items = ItemAgreement.all(state, instrument)
            let drift = CoderDrift.all(state, instrument)
            try room.logView(of: study, "agreement")
            if options.json {
                let coders = drift.map { coder in
                    JSONValue.object([
                        "coder": .string(coder.coder), "files": .integer(coder.files),
                        "early": JSONValue(coder.early), "late": JSONValue(coder.late),
                        "changeLower": JSONValue(coder.change?.lower),
                        "changeUpper": JSONValue(coder.change?.upper),
                    ])
                }
                let result = JSONValue.object([
                    "items": StudyJSONText.agreement(items), "drift": .array(coders),
                ])
                Console.write(.standardOutput, result.text + "\n")
                return
            }
            Console.write(.standardOutput, "item,files,percent,alpha,lower,upper,result\n")
            for item in items {
                func number(_ value: Double?) -> String {
                    value.map { String(format: "%.3f", $0) } ?? ""
                }
                let interval = item.alpha.interval(level: 0.95)
                let word = definitions.texts(
                    item.isAgreed ? "study.report.shown" : "study.report.withheld",
                    options.common.spoken
                )
                Console.write(
                    .standardOutput,
                    "\(item.item),\(item.files),\(number(item.percent)),"
                        + "\(number(item.alpha.estimate)),\(number(interval?.lower)),"
                        + "\(number(interval?.upper)),\(word)\n"
                )
            }
        }
    }
}
