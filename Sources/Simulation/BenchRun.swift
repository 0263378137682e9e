import Definitions

/// What one run gave, small enough to keep thousands of.
public struct BenchRun: Sendable, Equatable {
    /// A measurement at an interval.
    public struct Cell: Sendable, Equatable {
        /// The statistic after each reading of the follow-up, in thousandths.
        public let statistics: [Int]
        /// The relative change, in millionths; `nil` when there was nothing before.
        public let change: Int?

        init(statistics: [Double], change: Double?) {
            self.statistics = statistics.map { Int(($0 * 1000).rounded()) }
            self.change = change.map { Int(($0 * 1_000_000).rounded()) }
        }

        init(kept statistics: [Int], change: Int?) {
            self.statistics = statistics
            self.change = change
        }
    }

    /// A measurement of a world.
    public struct View: Sendable, Equatable {
        /// By interval, in the order of ``Bench/intervals``.
        public let cells: [Cell]
        /// Records made in the baseline.
        public let records: Int
        /// Those of them that are about something else than violence.
        public let others: Int
    }

    /// A world of the run.
    public struct World: Sendable, Equatable {
        /// The relative change of its target, in millionths; `nil` when there was nothing before.
        public let truth: Int?
        /// By measurement.
        public let views: [View]

        init(truth: Double?, views: [View]) {
            self.truth = truth.map { Int(($0 * 1_000_000).rounded()) }
            self.views = views
        }

        init(kept truth: Int?, views: [View]) {
            self.truth = truth
            self.views = views
        }
    }

    /// The number of the run, from 0.
    public let number: Int
    /// Its worlds: limits, false alarms, scenarios.
    public let worlds: [World]
}

extension BenchRun {
    /// The run on one line: whole numbers with spaces, `n` for what is undefined.
    public var line: String {
        var parts = ["\(number)"]
        func add(_ value: Int?) { parts.append(value.map(String.init) ?? "n") }
        for world in worlds {
            add(world.truth)
            for view in world.views {
                add(view.records)
                add(view.others)
                for cell in view.cells {
                    add(cell.change)
                    for value in cell.statistics { add(value) }
                }
            }
        }
        return parts.joined(separator: " ")
    }

    /// Reads a line of a bench; `nil` when it is cut off or of another bench.
    public init?(_ line: String, of bench: Bench) {
        var parts = line.split(separator: " ", omittingEmptySubsequences: false)[...]
        var isWhole = true
        func next() -> Int? {
            guard let part = parts.popFirst() else {
                isWhole = false
                return nil
            }
            if part == "n" { return nil }
            guard let value = Int(part) else {
                isWhole = false
                return nil
            }
            return value
        }
        guard let number = next() else { return nil }
        let settings = bench.definitions.settings
        var worlds: [World] = []
        for _ in 0..<bench.worldCount {
            let truth = next()
            var views: [View] = []
            for _ in bench.definitions.measurements {
                let records = next() ?? 0
                let others = next() ?? 0
                var cells: [Cell] = []
                for interval in Bench.intervals {
                    let change = next()
                    let count =
                        (settings.baseline + settings.followUp) / interval
                        - settings.baseline / interval
                    let statistics = (0..<count).map { _ in next() ?? 0 }
                    cells.append(Cell(kept: statistics, change: change))
                }
                views.append(View(cells: cells, records: records, others: others))
            }
            worlds.append(World(kept: truth, views: views))
        }
        guard isWhole, parts.isEmpty else { return nil }
        self.init(number: number, worlds: worlds)
    }
}
