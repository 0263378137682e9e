public import Definitions
import Domain

/// Attacks what is about to be released together with everything that was released before.
///
/// An outsider reads which deliveries a figure was counted from (their hashes are published). Where
/// they are the same and the figure means the same, the true counts are the same, whatever was
/// printed: two numbers for one leaf are two intervals for one count, and a municipality out of a
/// merger counts what its parts counted. Where deliveries differ nothing binds the two counts,
/// unless both are printed exactly, which tells who came and went. These relations, and no others,
/// come on top of one release, whose own relations `UniverseCheck` answers for; so the attacker is
/// given the leaves that stand in any of them. Everything else printed is a sum of leaves.
public struct ReleaseAttack: Sendable {
    /// A table with what an outsider knows of it.
    public struct Table: Sendable {
        /// What the figures mean: indicator and version of its definition.
        public let meaning: String
        /// The period.
        public let period: String
        /// The hash of the deliveries that it was counted from.
        public let inputs: String
        /// What is printed.
        public let cells: ReleasedCells

        /// Creates a table.
        public init(meaning: String, period: String, inputs: String, cells: ReleasedCells) {
            self.meaning = meaning
            self.period = period
            self.inputs = inputs
            self.cells = cells
        }
    }

    /// A cell of which too much would be known.
    public struct Finding: Sendable, Equatable {
        /// What the figures mean.
        public let meaning: String
        /// The period.
        public let period: String
        /// The cell as people read it.
        public let cell: String
        /// How much would be known.
        public let kind: AttackReport.Kind
    }

    /// A cell whose printed numbers cannot be of one count.
    public struct Contradiction: Sendable, Equatable {
        /// What the figures mean.
        public let meaning: String
        /// The period.
        public let period: String
        /// The cell as people read it.
        public let cell: String
    }

    /// What came of it.
    public struct Outcome: Sendable, Equatable {
        /// The cells of which too much would be known, in the order of the tables.
        public internal(set) var findings: [Finding] = []
        /// Cells that were counted otherwise from the same deliveries under the same definition.
        public internal(set) var contradictions: [Contradiction] = []
        /// How many earlier tables were taken along.
        public internal(set) var earlierCount = 0
        /// How many cells stood in a relation between releases.
        public internal(set) var linkedCells = 0
        /// Cells that the attacker did not finish with.
        public internal(set) var undecided = 0
        /// Whether the attacker finished and found nothing.
        public var isSafe: Bool { findings.isEmpty && contradictions.isEmpty && undecided == 0 }
    }

    private let reference: RegionReference
    private let settings: AttackSettings
    private let groups: [String: Set<String>]

    /// Creates an attack.
    ///
    /// - Parameters:
    ///   - reference: where municipalities went.
    ///   - groups: for each dimension the codes that stand for sums of others.
    ///   - settings: what counts as knowing too much.
    public init(
        reference: RegionReference,
        groups: [String: Set<String>] = [:],
        settings: AttackSettings = AttackSettings()
    ) {
        self.reference = reference
        self.groups = groups
        self.settings = settings
    }

    /// Attacks.
    ///
    /// - Parameters:
    ///   - tables: what is about to be released.
    ///   - earlier: everything that was released before, oldest first.
    /// - Returns: what was found.
    /// - Throws: ``AttackError`` where the printed numbers of one count exclude each other; then they
    ///   are of two counts, or a number was not made as its method says.
    public func run(_ tables: [Table], after earlier: [Table]) throws -> Outcome {
        var outcome = Outcome()
        for table in tables {
            let own = earlier.filter {
                $0.meaning == table.meaning && $0.period == table.period
            }
            outcome.earlierCount += own.count
            let linked = own.enumerated().filter { _, before in
                before.cells != table.cells
                    && (before.inputs == table.inputs
                        || before.cells.method == .exact && table.cells.method == .exact)
            }
            guard !linked.isEmpty else { continue }
            var links = ReleaseLinks(reference: reference)
            let leaves = table.cells.leaves(groups: groups)
            for (vintage, before) in linked {
                links.add(
                    before.cells.leaves(groups: groups),
                    before.cells,
                    vintage: vintage + 1,
                    beside: leaves,
                    table.cells,
                    isSameCount: before.inputs == table.inputs
                )
            }
            outcome.contradictions += links.contradictions.map {
                Contradiction(meaning: table.meaning, period: table.period, cell: $0)
            }
            guard !links.isEmpty else { continue }
            let system = links.system()
            let report = try Attacker(system, settings: settings).run()
            outcome.linkedCells += system.cellCount
            outcome.undecided += report.undecided.count
            outcome.findings += report.findings.map {
                Finding(
                    meaning: table.meaning,
                    period: table.period,
                    cell: system.labels.name(ofCell: $0.cell),
                    kind: $0.kind
                )
            }
        }
        return outcome
    }
}
