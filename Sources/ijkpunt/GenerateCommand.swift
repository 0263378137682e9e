import ArgumentParser
import Definitions
import Domain
import Foundation
import SyntheticData

/// `ijkpunt generate`: fictive deliveries.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes the deliveries of a fictive country, in the protocol's own form.",
        discussion: """
            Nothing in them exists. The same arguments give the same bytes.

            EXAMPLES
              ijkpunt generate --out fictief --children 20000 --from 2017H1 --to 2019H1 --seed 7
              ijkpunt generate --out fictief --calibrate
              ijkpunt generate --out groot --rows 10000000 --single-file
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The folder to write; made when it is not there.")
    var out: String

    @Option(help: "Children aged 0–17 in the country.")
    var children = 20_000

    @Option(help: "The first half-year.")
    var from = "2015H1"

    @Option(help: "The last half-year.")
    var to: String?

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Flag(help: "Reproduce every published cell of the two reference tables.")
    var calibrate = false

    @Option(help: "The share of rows at which something is wrong on purpose.")
    var faults = 0.0

    @Option(help: "A source to write; may be given more than once.")
    var source: [String] = []

    @Option(help: "The number of providers of youth assistance.")
    var holders: Int?

    @Flag(help: "Let one holder deliver everything, so that each half-year is one large file.")
    var singleFile = false

    @Option(help: "Only rows, for measuring: so many rows of youth assistance.")
    var rows: Int?

    @Option(help: "With --rows: over so many files, of 20 half-years.")
    var files: Int?

    func run() throws {
        try common.reporting { definitions in
            let folder = URL(filePath: out)
            let parameters = try WorldParameters.load(from: definitionFolder())
            let progress = ProgressLine(quiet: common.quiet)
            if let rows {
                let shape: BenchmarkPlan.Shape =
                    files.map { .manyFiles(periods: 20, holders: max(1, $0 / 20)) } ?? .oneFile
                let plan = BenchmarkPlan(rows: rows, shape: shape, seed: seed)
                let deliveries = try BenchmarkDeliveries(
                    plan: plan,
                    definitions: definitions,
                    parameters: parameters
                )
                try deliveries.write(to: folder) { done, total in
                    progress.show("\(done) / \(total)")
                }
            } else {
                let country = try FictiveCountry(
                    plan: try plan(),
                    definitions: definitions,
                    parameters: parameters
                )
                try country.write(to: folder) { done, total in
                    progress.show("\(done) / \(total)")
                }
            }
            progress.finish()
            common.say(
                definitions.texts("cli.generate.done", common.spoken, ["path": folder.path])
            )
        }
    }

    private func definitionFolder() throws -> URL {
        try DefinitionSet.folder(
            explicit: common.definitions,
            environment: ProcessInfo.processInfo.environment,
            executable: Program.path
        )
    }

    private func plan() throws -> CountryPlan {
        let last = to ?? (calibrate ? "2019H1" : "2019H2")
        guard let first = ReportingPeriod(from) else {
            throw ValidationError("--from \(from): expected a half-year as 2019H1.")
        }
        guard let end = ReportingPeriod(last) else {
            throw ValidationError("--to \(last): expected a half-year as 2019H1.")
        }
        var plan = CountryPlan(
            children: children,
            from: first,
            to: end,
            seed: seed,
            calibrate: calibrate,
            faultRate: faults
        )
        if !source.isEmpty { plan.sources = Set(source) }
        plan.holders = holders
        plan.singleFile = singleFile
        return plan
    }
}
