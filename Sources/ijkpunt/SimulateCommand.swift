import ArgumentParser
import Columns
import Definitions
import Domain
import Foundation
import Simulation

/// `ijkpunt simulate`: whether a measure would become visible in each way of monitoring.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Runs simulated countries with and without measures; power, bias, false alarms.",
        discussion: """
            With --out every finished country is kept, and the same command goes on where it
            stopped. The results have the form of the records in simulation/ of the definitions;
            beside them stands a picture (SVG) for each candidate.

            EXAMPLES
              ijkpunt simulate --runs 200
              ijkpunt simulate --runs 1000 --out bank --seed 9
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "How many countries.")
    var runs = 200

    @Option(help: "The seed of all of them.")
    var seed = 1

    @Option(help: "Children in each; by default as the definitions say.")
    var children: Int?

    @Option(help: "A folder to keep the runs and the results in.")
    var out: String?

    @Flag(help: "Write the results as JSON.")
    var json = false

    func validate() throws {
        guard (1...1_000_000).contains(runs) else {
            throw ValidationError("--runs \(runs): expected a number from 1 to 1000000.")
        }
        guard seed >= 0 else { throw ValidationError("--seed \(seed): expected 0 or more.") }
        if let children, !(1000...10_000_000).contains(children) {
            throw ValidationError(
                "--children \(children): expected a number from 1000 to 10000000."
            )
        }
    }

    func run() throws {
        try common.reporting { definitions in
            var world = definitions.simulation
            if let children { world.settings.children = children }
            let bench = Bench(world, seed: UInt64(seed))
            let words = SimulationWords(definitions: definitions, language: common.spoken)
            let kept = try out.map { try KeptRuns(folder: $0, bench: bench) }
            let done = kept?.runs.filter { $0.number < runs } ?? []
            if let out, !done.isEmpty {
                common.say(words("cli.simulate.resumed", ["done": "\(done.count)", "path": out]))
            }
            let all = try done + work(bench, without: Set(done.map(\.number)), kept, words)
            let summary = BenchSummary(bench, all.sorted { $0.number < $1.number })
            if let out, let kept {
                let pictures = EvidencePictures(words: words, bench: bench, summary: summary)
                try kept.write(
                    EvidenceFiles(bench: bench, summary: summary).files + pictures.files
                )
                common.say(words("cli.simulate.written", ["path": out]))
            }
            let table = SimulationTable(words: words, bench: bench, summary: summary)
            Console.write(.standardOutput, json ? table.json : table.text)
        }
    }

    /// Runs what was not run yet, in batches that are kept as they finish.
    private func work(
        _ bench: Bench,
        without done: Set<Int>,
        _ kept: KeptRuns?,
        _ words: SimulationWords
    ) throws -> [BenchRun] {
        let numbers = (0..<runs).filter { !done.contains($0) }
        let progress = ProgressLine(quiet: common.quiet)
        var found: [BenchRun] = []
        let batch = common.workers.cores * 4
        for first in stride(from: 0, to: numbers.count, by: batch) {
            let part = numbers[first..<min(first + batch, numbers.count)]
            let results = try common.workers.map(part.count) {
                bench.run(part[part.startIndex + $0])
            }
            try kept?.append(results)
            found += results
            progress.show(
                words(
                    "cli.simulate.progress",
                    ["done": "\(done.count + found.count)", "all": "\(runs)"]
                )
            )
        }
        progress.finish()
        return found
    }
}

/// Simulation in words.
struct SimulationWords {
    let definitions: DefinitionSet
    let language: Language

    /// A text of the catalogue.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts(key, language, values)
    }
}
