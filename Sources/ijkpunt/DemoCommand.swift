import ArgumentParser
import Definitions
import Domain
import Foundation
import Publication
import SyntheticData

/// `ijkpunt demo`: the whole monitor on fictive deliveries.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Generates, receives, computes, protects, publishes and serves.",
        discussion: """
            Without --children the country is calibrated: it gives back every cell of two published
            tables. What an earlier demo made with the same arguments is used again.

            EXAMPLE
              ijkpunt demo --out demo-out --no-serve
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The folder for everything the demo makes.")
    var out = "demo-out"

    @Option(help: "Children aged 0–17; calibrated when absent.")
    var children: Int?

    @Option(help: "The disclosure profile: ijkpunt, or cbs to set figures beside published ones.")
    var profile = "ijkpunt"

    @Option(help: "The port to serve on; another one if taken.")
    var port = 8080

    @Flag(inversion: .prefixedNo, help: "Serve the pages at the end.")
    var serve = true

    func run() throws {
        try common.reporting { definitions in
            let steps = DemoSteps(
                definitions: definitions,
                common: common,
                out: out,
                profile: profile
            )
            try steps.generate(children: children)
            try steps.receive()
            try steps.publish()
            Console.write(
                .standardOutput,
                definitions.texts(
                    "cli.demo.ready",
                    common.spoken,
                    ["path": steps.published]
                ) + "\n"
            )
            guard serve else { return }
            for candidate in port..<(port + 20) where PortProbe.isFree(candidate) {
                let code = try PublicServer(common: common).run([
                    "--published", steps.published, "--host", "127.0.0.1",
                    "--port", String(candidate),
                ])
                if code != 0 { throw ExitCode(code) }
                return
            }
            throw Complaint.InputError.noPort(first: port)
        }
    }
}

/// The steps of the demo; each is skipped when its result is there already.
struct DemoSteps {
    /// The day on which the demo takes deliveries in and publishes, so that its bytes stay.
    private static let day = CalendarDay(year: 2026, month: 11, day: 23) ?? CalendarDay(number: 0)

    let definitions: DefinitionSet
    let common: RunOptions
    let out: String
    let profile: String

    private var deliveries: String { out + "/leveringen" }
    private var store: String { out + "/winkel.sqlite" }
    private var key: String { out + "/sleutel/store.key" }
    private var population: String { out + "/bevolking.csv" }
    private var populationByAge: String { out + "/bevolking-leeftijd.csv" }

    /// The published database.
    var published: String { out + "/gepubliceerd.sqlite" }

    func generate(children: Int?) throws {
        let wanted = children.map { "children \($0)\n" } ?? "calibrated\n"
        let mark = out + "/gemaakt.txt"
        if let made = FileManager.default.contents(atPath: mark),
            String(decoding: made, as: UTF8.self) == wanted
        {
            return
        }
        say("generate")
        // Another country: nothing of the one before may stay.
        let old = [
            deliveries, store, store + "-wal", store + "-shm", published, mark,
            out + "/ontvangen.txt", out + "/uitgebracht.txt",
        ]
        for path in old { try? FileManager.default.removeItem(atPath: path) }
        var command = GenerateCommand()
        command.common = common
        command.out = deliveries
        command.from = "2015H1"
        command.to = "2019H1"
        command.seed = 1
        command.source = SyntheticData.allSources
        command.faults = 0
        command.calibrate = children == nil
        command.children = children ?? 0
        command.holders = nil
        command.rows = nil
        command.files = nil
        command.singleFile = false
        try command.run()
        try writePopulation(children: children)
        try Data(wanted.utf8).write(to: URL(filePath: mark))
    }

    /// The inhabitants of the fictive country, as many as its deliveries were made for.
    private func writePopulation(children: Int?) throws {
        let folder = try DefinitionSet.folder(
            explicit: common.definitions,
            environment: ProcessInfo.processInfo.environment,
            executable: Program.path
        )
        let made = FictivePopulation(
            regions: definitions.regions,
            children: try children ?? WorldParameters.load(from: folder).calibratedChildren,
            years: 2015...2019
        )
        try Data(made.underAge.utf8).write(to: URL(filePath: population))
        try Data(made.byAge.utf8).write(to: URL(filePath: populationByAge))
    }

    func receive() throws {
        guard
            !FileManager.default.fileExists(atPath: out + "/ontvangen.txt")
                || !FileManager.default.fileExists(atPath: store)
        else { return }
        say("receive")
        let paths = try FileList.paths("@\(deliveries)/order.txt")
        let tally = try DeliveryIntake(
            definitions: definitions,
            common: common,
            store: store,
            key: key
        ).run(paths, named: nil, day: DemoSteps.day, json: false, printing: false)
        common.say(
            definitions.texts(
                "cli.demo.received",
                common.spoken,
                [
                    "accepted": "\(tally.accepted)", "refused": "\(tally.refused)",
                    "rows": "\(tally.rows)", "leftOut": "\(tally.leftOut)",
                ]
            )
        )
        try Data("\(tally.accepted)\n".utf8).write(to: URL(filePath: out + "/ontvangen.txt"))
    }

    func publish() throws {
        // Published by another profile is another release.
        let mark = out + "/uitgebracht.txt"
        let made = FileManager.default.contents(atPath: mark).map {
            String(decoding: $0, as: UTF8.self)
        }
        if made == "\(profile)\n", FileManager.default.fileExists(atPath: published) { return }
        say("publish")
        try PublishWork(definitions: definitions, common: common).run(
            store: store,
            key: key,
            published: published,
            profile: profile,
            population: try GivenTable.read("population", in: ["population=\(population)"]),
            populationByAge: try GivenTable.read(
                "population-by-age",
                in: ["population-by-age=\(populationByAge)"]
            ),
            release: Release(day: DemoSteps.day, origin: .fictive)
        )
        try Data("\(profile)\n".utf8).write(to: URL(filePath: mark))
    }

    private func say(_ step: String) {
        common.say(definitions.texts("cli.demo.\(step)", common.spoken))
    }
}
