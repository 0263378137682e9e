import Definitions
import Simulation
import Testing
import TestSupport

struct BenchTests {
    /// Enough runs for the bounds below, and few enough for a test.
    static let count = 120

    static let made = Result {
        let bench = Bench(try SmallWorlds.definitions(), seed: 69)
        return (bench, SmallWorlds.runs(bench, count))
    }

    @Test func `a run is the same whenever it is done`() throws {
        let (bench, runs) = try BenchTests.made.get()
        #expect(bench.run(7) == runs[7])
        #expect(bench.run(7) != bench.run(8))
        let other = Bench(bench.definitions, seed: 70)
        #expect(other.run(7) != runs[7])
    }

    @Test func `a run reads back from its line, and a line that was cut off does not`() throws {
        let (bench, runs) = try BenchTests.made.get()
        for run in runs.prefix(5) {
            #expect(BenchRun(run.line, of: bench) == run)
            #expect(BenchRun(String(run.line.dropLast(run.line.count / 2)), of: bench) == nil)
            #expect(BenchRun(run.line + " 1", of: bench) == nil)
        }
        #expect(BenchRun("", of: bench) == nil)
    }

    @Test func `with nothing changed, false alarms are at the nominal rate`() throws {
        let (bench, runs) = try BenchTests.made.get()
        let summary = BenchSummary(bench, runs)
        let nominal = bench.definitions.settings.falseAlarms
        // The limit is drawn from as many countries as the alarms are: both have their error.
        let error = (nominal * (1 - nominal) * 2 / Double(BenchTests.count)).squareRoot()
        for candidate in summary.candidates {
            for share in candidate.falseAlarms {
                #expect(abs(share.value - nominal) < 4 * error, "row \(candidate.row)")
            }
        }
    }

    @Test func `a rule of registration alarms a count and leaves a sample alone`() throws {
        let (bench, runs) = try BenchTests.made.get()
        let summary = BenchSummary(bench, runs)
        func power(_ row: Int) throws -> Double {
            let result = summary.results.first {
                $0.row == row && $0.scenario == "registration-rule" && $0.interval == 1
            }
            return try #require(result?.power.last).value
        }
        let nominal = bench.definitions.settings.falseAlarms
        let error = (nominal * (1 - nominal) * 2 / Double(BenchTests.count)).squareRoot()
        #expect(try power(6) > 0.3)
        #expect(try abs(power(12) - nominal) < 4 * error)
    }

    @Test func `a sample without error shows the true change`() throws {
        var definitions = try SmallWorlds.definitions(
            rows: [],
            scenarios: ["less-repeat"],
            values: ["help-effect": 1]
        )
        definitions.measurements = [SmallWorlds.perfect]
        let bench = Bench(definitions, seed: 71)
        let summary = BenchSummary(bench, SmallWorlds.runs(bench, 80))
        let result = try #require(summary.results.first { $0.interval == 1 })
        let bias = try #require(result.bias.value)
        let error = try #require(result.bias.error)
        #expect(abs(bias) < 4 * error + 0.01)
        let truth = try #require(summary.truths[0].value)
        #expect(abs(truth + 0.2) < 4 * (summary.truths[0].error ?? 0) + 0.002)
    }

    @Test func `power agrees with that worked out from the list of events`() throws {
        // The slow twin: reports are counted from the events themselves, the background is a sum of
        // draws child by child, and the limit and the alarms are found over again.
        let (bench, runs) = try BenchTests.made.get()
        let definitions = bench.definitions
        let settings = definitions.settings
        let calm = WorldRates(definitions)
        let less = WorldRates(definitions, factors: definitions.scenarios[0].factors)
        func largest(_ after: WorldRates, _ seed: UInt64) -> Double {
            var counts = [Double](repeating: 0, count: settings.baseline + settings.followUp)
            _ = World.run(settings, before: calm, after: after, seed: seed) { half, event, _ in
                if event == .report { counts[half] += 1 }
            }
            var random = SeededGenerator(seed: seed ^ 0xFF)
            // 0.0015 for each child: 3 of 2000.
            for half in counts.indices {
                for _ in 0..<settings.children where random.next() % 2000 < 3 { counts[half] += 1 }
            }
            let before = counts[..<settings.baseline].reduce(0, +)
            var best = 0.0
            for last in settings.baseline..<counts.count {
                let number = Double(last - settings.baseline + 1)
                let after = counts[settings.baseline...last].reduce(0, +)
                let rate = (before + after) / (Double(settings.baseline) + number)
                let error = (rate / Double(settings.baseline) + rate / number).squareRoot()
                best = max(best, abs(after / number - before / Double(settings.baseline)) / error)
            }
            return best
        }
        let seeds = (0..<UInt64(BenchTests.count)).map { $0 &+ 9_000 }
        let nulls = seeds.map { largest(calm, $0) }.sorted()
        let limit = nulls[nulls.count - 1 - BenchTests.count / 20]
        let slow =
            Double(seeds.count { largest(less, $0 &+ 50_000) > limit }) / Double(BenchTests.count)
        let result = BenchSummary(bench, runs).results.first {
            $0.row == 6 && $0.scenario == "less-repeat" && $0.interval == 1
        }
        let fast = try #require(result?.power.last).value
        let middle = (slow + fast) / 2
        // Two shares of as many runs; the limits are drawn too, which doubles the variance at most.
        let error = (max(middle * (1 - middle), 0.05) * 4 / Double(BenchTests.count)).squareRoot()
        #expect(abs(slow - fast) < 4 * error, "\(slow) \(fast)")
    }

    @Test func `false alarms of the shipped evidence are at the nominal rate`() throws {
        let definitions = try TestDefinitions.load()
        let evidence = definitions.evidence
        let nominal = definitions.simulation.settings.falseAlarms
        #expect(evidence.runs >= 1000)
        // The limit is drawn from as many countries as the alarms are: both have their error.
        let error = (nominal * (1 - nominal) * 2 / Double(evidence.runs)).squareRoot()
        for measurement in definitions.simulation.measurements {
            let candidate = try #require(evidence.candidate(row: measurement.row))
            for share in candidate.falseAlarms {
                #expect(abs(share - nominal) < 4 * error, "row \(measurement.row)")
            }
        }
        // What was planted, up to the half-years that help takes its part of.
        let planted = try #require(evidence.truths["less-repeat"])
        #expect(abs(planted + 0.2) < 0.01)
    }

    @Test func `the shipped evidence was made with the shipped records`() throws {
        let definitions = try TestDefinitions.load()
        #expect(definitions.evidence.fingerprint == definitions.simulation.fingerprint)
        for measurement in definitions.simulation.measurements {
            #expect(definitions.evidence.candidate(row: measurement.row) != nil)
            #expect(
                definitions.evidence.results(row: measurement.row).count
                    == definitions.simulation.scenarios.count * Bench.intervals.count
            )
        }
    }
}
