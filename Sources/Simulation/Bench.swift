public import Definitions
import Statistics

/// *Bank*: many countries, each run without change and with every measure.
///
/// A run has its own seeds, so that runs may be done in any order, on any number of cores, and be
/// taken up again.
public struct Bench: Sendable {
    /// The intervals between readings, in half-years.
    public static let intervals = [1, 2, 4]

    /// What the countries are made of.
    public let definitions: SimulationDefinitions
    /// The seed of all of them.
    public let seed: UInt64

    private let calm: WorldRates
    private let changed: [WorldRates]

    /// Creates a bench.
    public init(_ definitions: SimulationDefinitions, seed: UInt64) {
        self.definitions = definitions
        self.seed = seed
        calm = WorldRates(definitions)
        changed = definitions.scenarios.map { WorldRates(definitions, factors: $0.factors) }
    }

    /// The worlds of a run: one to set limits on, one to count false alarms in, and one for each
    /// scenario.
    public var worldCount: Int { 2 + definitions.scenarios.count }

    /// One run.
    public func run(_ number: Int) -> BenchRun {
        BenchRun(
            number: number,
            worlds: (0..<worldCount).map { place in
                let scenario = place < 2 ? nil : definitions.scenarios[place - 2]
                let counts = World.run(
                    definitions.settings,
                    before: calm,
                    after: place < 2 ? calm : changed[place - 2],
                    seed: Bench.mixed(seed, UInt64(number), UInt64(place))
                )
                return look(at: counts, scenario: scenario, number: number, place: place)
            }
        )
    }

    private func look(
        at counts: WorldCounts,
        scenario: SimulationDefinitions.Scenario?,
        number: Int,
        place: Int
    ) -> BenchRun.World {
        let baseline = definitions.settings.baseline
        let views = definitions.measurements.map { measurement in
            let look = Look(
                measurement,
                registration: scenario?.registration ?? 1,
                baseline: baseline
            )
            var random = SeededGenerator(
                seed: Bench.mixed(
                    seed ^ 0x5EE1_1D0B_5E17_0001,
                    UInt64(number),
                    UInt64(place * 1000 + measurement.row)
                )
            )
            let records = look.records(counts, &random)
            var isShare = false
            if case .sample = measurement.observation { isShare = true }
            let cells = Bench.intervals.map { interval in
                let readings = look.readings(
                    counts,
                    records: records,
                    interval: interval,
                    &random
                )
                let before = baseline / interval
                return BenchRun.Cell(
                    statistics: ChangeTest.statistics(
                        readings,
                        baseline: before,
                        isShare: isShare
                    ),
                    change: ChangeTest.change(readings, baseline: before)
                )
            }
            let calmRecords = records.prefix(baseline)
            return BenchRun.View(
                cells: cells,
                records: calmRecords.reduce(0) { $0 + $1.0 },
                others: calmRecords.reduce(0) { $0 + $1.1 }
            )
        }
        let target = scenario?.target ?? .violence
        return BenchRun.World(truth: counts.change(target, baseline: baseline), views: views)
    }

    /// A seed of its own for each run and world (the finaliser of SplitMix64).
    static func mixed(_ seed: UInt64, _ number: UInt64, _ place: UInt64) -> UInt64 {
        var bits = seed
        for part in [number &+ 1, place &+ 1] {
            bits = bits &+ part &* 0x9E37_79B9_7F4A_7C15
            bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            bits ^= bits >> 31
        }
        return bits
    }
}
