import ArgumentParser
import CaseFileStudies
import Definitions
import Disclosure
import Domain
import Foundation
import Pipeline
import Statistics
import Store

/// How the figures of a study are worked out and written.
struct StudyFigureOptions: ParsableArguments {
    @Option(help: "The interval of a share: logit, beta or wilson.")
    var interval = "logit"

    @Option(help: "The variance: linearisation, jackknife, brr or bootstrap.")
    var variance = "linearisation"

    @Option(help: "The disclosure profile.")
    var profile = "cbs"

    @Option(help: "The folder to write.")
    var out = "."

    @Option(help: "Where to write the report, HTML.")
    var report: String?

    @Flag(help: "Write the figures as they are, for inside the secure area.")
    var `internal` = false

    @Flag(help: "The deliveries are fictive; the report says so.")
    var fictive = false

    func validate() throws {
        guard ["logit", "beta", "wilson"].contains(interval) else {
            throw ValidationError("--interval \(interval): expected logit, beta or wilson.")
        }
        let known = EstimateStage.VarianceMethod.allCases.map(\.rawValue)
        guard known.contains(variance) else {
            throw ValidationError(
                "--variance \(variance): expected one of \(known.joined(separator: ", "))."
            )
        }
    }
}

/// `ijkpunt study estimate`: figures from the sample.
struct StudyEstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimates everything that was planned, through disclosure.",
        discussion: """
            Writes <study>.csv, <study>-agreement.csv and <study>-response.csv. A figure stands
            only where enough files carry it, by their unweighted number, and coders agree.

            EXAMPLE
              ijkpunt study estimate plannen-2019 --store winkel.sqlite --out tabellen \\
                --report rapport.html
            """
    )

    @OptionGroup var options: StudyOptions
    @OptionGroup var figures: StudyFigureOptions

    @Argument(help: "The study.")
    var study: String

    func run() throws {
        try options.common.reporting { definitions in
            try StudyFigureWork(options: options, figures: figures, study: study)
                .run(definitions, calibrates: false)
        }
    }
}

/// `ijkpunt study combine`: one estimate from counts and files together.
struct StudyCombineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "combine",
        abstract: "Calibrates the sample to the counts, and splits counts by what files know.",
        discussion: """
            Writes <study>-combined.csv: beside each estimate what the register counts (counted)
            and the number of files with the trait, estimated (total), with its interval.

            EXAMPLE
              ijkpunt study combine plannen-2019 --store winkel.sqlite --out tabellen
            """
    )

    @OptionGroup var options: StudyOptions
    @OptionGroup var figures: StudyFigureOptions

    @Argument(help: "The study.")
    var study: String

    func validate() throws {
        guard figures.variance == "linearisation" else {
            throw ValidationError("--variance: calibrated figures have linearisation only.")
        }
    }

    func run() throws {
        try options.common.reporting { definitions in
            try StudyFigureWork(options: options, figures: figures, study: study)
                .run(definitions, calibrates: true)
        }
    }
}

/// The working out and writing of a study's figures.
struct StudyFigureWork {
    let options: StudyOptions
    let figures: StudyFigureOptions
    let study: String

    func run(_ definitions: DefinitionSet, calibrates: Bool) throws {
        guard let profile = definitions.profiles[figures.profile], profile.method == .independent
        else {
            let known = definitions.profiles.values.filter { $0.method == .independent }
                .map(\.id).sorted().joined(separator: ", ")
            throw ValidationError("--profile \(figures.profile): expected one of \(known).")
        }
        let room = try options.room(definitions)
        let state = try room.desk.state(study)
        let instrument = try room.instrument(state)
        let found = try EstimateStage(
            instrument: instrument,
            interval: SurveyProportionInterval(rawValue: figures.interval) ?? .logit,
            variance: EstimateStage.VarianceMethod(rawValue: figures.variance) ?? .linearisation
        ).run(state, calibrates: calibrates)
        let kind = calibrates ? "combined" : "estimated"
        if figures.internal {
            try room.logView(of: study, kind)
            Console.write(.standardOutput, StudyJSONText.figures(found).text + "\n")
            return
        }
        // First the log, then the figures: there is no computation that was not kept.
        let actor = options.acting.actor(.researcher)
        let facts = ["study": study, "figures": kind]
        try room.store.log([actor.event(.computation, facts)], at: actor.now())
        let outcome = try StudyTablesStage(definitions: definitions, profile: profile)
            .run(found, state, instrument: instrument)
        for table in outcome.tables {
            var bytes: [UInt8] = []
            table.appendCSV(to: &bytes)
            let place = figures.out + "/\(table.indicator).csv"
            try room.write(bytes, to: place)
            if !options.json { Console.write(.standardOutput, place + "\n") }
        }
        if options.json {
            let result = JSONValue.object([
                "estimates": StudyJSONText.table(outcome.estimates),
                "agreement": StudyJSONText.table(outcome.agreement),
                "response": StudyJSONText.table(outcome.response),
            ])
            Console.write(.standardOutput, result.text + "\n")
        }
        if let report = figures.report {
            let page = StudyReport(
                outcome,
                state,
                definitions: definitions,
                language: options.common.spoken,
                isFictive: figures.fictive
            )
            try room.write(Array(page.html().utf8), to: report)
            if !options.json { Console.write(.standardOutput, report + "\n") }
        }
        options.common.say(profile.notice[options.common.spoken])
    }
}
