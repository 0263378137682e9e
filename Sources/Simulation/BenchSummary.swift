public import Definitions
public import Statistics

/// *Uitkomst van de bank*: what each candidate would have shown.
public struct BenchSummary: Sendable {
    /// A share of runs, with its 95 % interval (Wilson).
    public struct Share: Sendable, Equatable {
        /// The runs in which it was so.
        public let count: Int
        /// All runs.
        public let of: Int

        /// The share; 0 without runs.
        public var value: Double { of > 0 ? Double(count) / Double(of) : 0 }
        /// The interval of the Monte-Carlo error.
        public var interval: Interval {
            ProportionInterval.wilson.limits(successes: Double(count), of: Double(of))
        }
    }

    /// A mean over runs with its standard error.
    public struct Mean: Sendable, Equatable {
        /// The mean; `nil` when no run gave a number.
        public let value: Double?
        /// Its standard error; `nil` for fewer than two numbers.
        public let error: Double?

        init(_ values: [Double]) {
            let count = Double(values.count)
            let mean = values.isEmpty ? nil : values.reduce(0, +) / count
            value = mean
            if let mean, values.count > 1 {
                let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                error = (squares / (count - 1) / count).squareRoot()
            } else {
                error = nil
            }
        }
    }

    /// A candidate at an interval under a scenario.
    public struct Result: Sendable, Equatable {
        /// The row; 0 for the cohort.
        public let row: Int
        /// The scenario.
        public let scenario: String
        /// Half-years between readings.
        public let interval: Int
        /// How many runs alarmed up to and with each half-year of the follow-up.
        public let power: [Share]
        /// The relative change that it shows.
        public let change: Mean
        /// That change less the true one.
        public let bias: Mean
    }

    /// A candidate, whatever the scenario.
    public struct Candidate: Sendable, Equatable {
        /// The row; 0 for the cohort.
        public let row: Int
        /// False alarms within the follow-up, by interval.
        public let falseAlarms: [Share]
        /// Records on children, for each 100 000 children and half-year.
        public let records: Double
        /// The share of those that is about something else than violence; `nil` without records.
        public let others: Double?
    }

    /// How many runs.
    public let runs: Int
    /// The true change of the target of each scenario, in the order of the definitions.
    public let truths: [Mean]
    /// The candidates, in the order of the definitions.
    public let candidates: [Candidate]
    /// The results, by candidate, scenario and interval.
    public let results: [Result]

    /// Summarises runs.
    ///
    /// - Parameters:
    ///   - bench: the bench that made them.
    ///   - runs: the runs, in any order; each counts.
    public init(_ bench: Bench, _ runs: [BenchRun]) {
        let definitions = bench.definitions
        self.runs = runs.count
        truths = definitions.scenarios.indices.map { scenario in
            Mean(runs.compactMap { $0.worlds[scenario + 2].truth.map { Double($0) / 1_000_000 } })
        }
        var candidates: [Candidate] = []
        var results: [Result] = []
        for (place, measurement) in definitions.measurements.enumerated() {
            let limits = Bench.intervals.indices.map { interval in
                ChangeTest.limit(
                    runs.map { BenchSummary.largest($0, 0, place, interval) },
                    share: definitions.settings.falseAlarms
                )
            }
            candidates.append(
                BenchSummary.candidate(measurement.row, place, limits, runs, definitions)
            )
            for (number, scenario) in definitions.scenarios.enumerated() {
                for (interval, length) in Bench.intervals.enumerated() {
                    let cells = runs.map { $0.worlds[number + 2].views[place].cells[interval] }
                    let changes = zip(cells, runs).compactMap { cell, run -> (Double, Double?)? in
                        guard let change = cell.change else { return nil }
                        let truth = run.worlds[number + 2].truth
                        return (
                            Double(change) / 1_000_000, truth.map { Double($0) / 1_000_000 }
                        )
                    }
                    results.append(
                        Result(
                            row: measurement.row,
                            scenario: scenario.id,
                            interval: length,
                            power: BenchSummary.power(
                                cells,
                                limit: limits[interval],
                                length,
                                definitions.settings.followUp
                            ),
                            change: Mean(changes.map(\.0)),
                            bias: Mean(
                                changes.compactMap { seen, truth in truth.map { seen - $0 } }
                            )
                        )
                    )
                }
            }
        }
        self.candidates = candidates
        self.results = results
    }

    /// The longest interval whose power within the follow-up is adequate; `nil` when none is.
    public func longestAdequate(
        row: Int,
        scenario: String,
        _ settings: SimulationDefinitions.Settings
    ) -> Int? {
        results.filter { $0.row == row && $0.scenario == scenario }
            .filter { ($0.power.last?.value ?? 0) >= settings.adequatePower }
            .map(\.interval).max()
    }

    private static func largest(_ run: BenchRun, _ world: Int, _ place: Int, _ interval: Int)
        -> Double
    {
        let statistics = run.worlds[world].views[place].cells[interval].statistics
        return Double(statistics.map(\.magnitude).max() ?? 0)
    }

    private static func candidate(
        _ row: Int,
        _ place: Int,
        _ limits: [Double],
        _ runs: [BenchRun],
        _ definitions: SimulationDefinitions
    ) -> Candidate {
        let records = runs.reduce(0) { $0 + $1.worlds[0].views[place].records }
        let others = runs.reduce(0) { $0 + $1.worlds[0].views[place].others }
        let childHalves =
            Double(runs.count) * Double(definitions.settings.baseline)
            * Double(definitions.settings.children)
        return Candidate(
            row: row,
            falseAlarms: limits.enumerated().map { interval, limit in
                Share(
                    count: runs.count { largest($0, 1, place, interval) > limit },
                    of: runs.count
                )
            },
            records: childHalves > 0 ? Double(records) / childHalves * 100_000 : 0,
            others: records > 0 ? Double(others) / Double(records) : nil
        )
    }

    private static func power(
        _ cells: [BenchRun.Cell],
        limit: Double,
        _ interval: Int,
        _ followUp: Int
    ) -> [Share] {
        let first = cells.map { cell in
            cell.statistics.firstIndex { Double($0.magnitude) > limit }
                .map { ($0 + 1) * interval }
        }
        return (1...followUp).map { half in
            Share(count: first.count { ($0 ?? .max) <= half }, of: cells.count)
        }
    }
}
