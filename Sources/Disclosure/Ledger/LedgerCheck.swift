import Crypto

/// Attacks everything released so far together with what is about to be.
public struct LedgerCheck: Sendable {
    /// What the attacker found over all vintages.
    public struct Outcome: Sendable {
        /// The findings.
        public let attack: AttackReport
        /// The cells found, as people read them.
        public let cells: [String]
        /// How many earlier vintages were taken along.
        public let earlierCount: Int
        /// Whether the attacker finished and found nothing.
        public var isSafe: Bool { attack.findings.isEmpty && attack.isComplete }
    }

    private let ledger: ReleaseLedger
    private let settings: AttackSettings

    /// Creates a check against a ledger.
    public init(_ ledger: ReleaseLedger, settings: AttackSettings) {
        self.ledger = ledger
        self.settings = settings
    }

    /// The hash of what figures mean: a name, and the bytes of their hierarchy.
    public static func definition(name: String, hierarchy: [UInt8]) -> String {
        hexadecimal(Array(SHA256.hash(data: Array((name + "\n").utf8) + hierarchy)))
    }

    /// Attacks.
    ///
    /// - Parameters:
    ///   - tables: the tables to be released.
    ///   - knowledge: what would be printed of each cell.
    ///   - definition: the hash of what the figures mean.
    ///   - period: the period.
    /// - Returns: what was found.
    /// - Throws: ``LedgerError`` where an earlier release cannot be read; ``AttackError`` where what
    ///   is printed contradicts itself.
    public func run(
        _ tables: LinkedTables,
        _ knowledge: [CellKnowledge],
        definition: String,
        period: String
    ) throws -> Outcome {
        var vintages: [(tables: LinkedTables, knowledge: [CellKnowledge])] = []
        for release in ledger.releases(of: definition, period: period) {
            do throws(TableError) {
                let earlier = try TableReader.read(
                    [("vintage \(release.vintage)", release.table)],
                    structure: tables.structure,
                    for: .attack
                )
                vintages.append((earlier, earlier.cells.map(\.knowledge)))
            } catch { throw LedgerError.unreadable(vintage: release.vintage, reason: error) }
        }
        vintages.append((tables, knowledge))
        let system = VintageSystem(vintages: vintages).system()
        let attack = try Attacker(system, settings: settings).run()
        return Outcome(
            attack: attack,
            cells: attack.findings.map { system.labels.name(ofCell: $0.cell) },
            earlierCount: vintages.count - 1
        )
    }
}
