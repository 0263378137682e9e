public import Definitions

/// Protects a system of linked tables by a profile, and attacks the result before it is given out.
public struct TableProtection: Sendable {
    /// What came of it.
    public struct Outcome: Sendable {
        /// What is printed of each cell.
        public let knowledge: [CellKnowledge]
        /// The true number of each cell.
        let values: [Int]
        /// The cube, with that method.
        public let cube: CubeResult?
        /// The withheld cells, with that method.
        public let suppression: SuppressionResult?
        /// What the attacker was told.
        public let settings: AttackSettings
        /// What the attacker found.
        public let attack: AttackReport
        /// Whether the attacker finished and found nothing.
        public var isSafe: Bool { attack.findings.isEmpty && attack.isComplete }
    }

    private let profile: DisclosureProfile
    private let key: CubeKey
    private let effort: CubeEffort

    /// Creates a protection.
    ///
    /// - Parameters:
    ///   - profile: the rules and numbers.
    ///   - key: the secret that decides ties in a cube.
    ///   - effort: how long to search for a cube.
    public init(profile: DisclosureProfile, key: CubeKey, effort: CubeEffort) {
        self.profile = profile
        self.key = key
        self.effort = effort
    }

    /// Protects tables.
    ///
    /// - Parameters:
    ///   - tables: tables read for protection.
    ///   - earlier: the rounding kept of the vintage before, with the method `cube`.
    /// - Returns: what is printed, and what the attacker makes of it.
    /// - Throws: ``CubeError``; ``AttackError`` where printed figures contradict each other, as
    ///   numbers rounded by themselves may.
    public func run(_ tables: LinkedTables, earlier: KeptRounding? = nil) throws -> Outcome {
        let values = tables.cells.map { $0.exact ?? 0 }
        var settings = AttackSettings(threshold: max(2, profile.smallThreshold))
        var cube: CubeResult?
        var suppression: SuppressionResult?
        let knowledge: [CellKnowledge]
        switch profile.method {
        case .cube:
            let result = try CubeStage(
                base: profile.roundingBase,
                limits: CubeLimits(),
                key: key,
                effort: effort
            ).run(tables, earlier: earlier)
            cube = result
            knowledge = result.knowledge
        case .suppression:
            let result = Suppression(SuppressionRules(threshold: max(2, profile.threshold)))
                .run(tables.problem)
            suppression = result
            knowledge = result.knowledge(values)
            // Zeros stand in these tables, so a withheld count is known to be at least 1.
            settings.zerosPublished = true
        case .independent:
            guard tables.decimals == 0 else { throw CubeError.notCounts }
            let rule = PrimaryRule(threshold: profile.threshold, base: profile.roundingBase)
            knowledge = values.map { value in
                switch rule.protect(Int64(value)) {
                case .suppressed: .suppressed
                case .shown(let number):
                    .rounded(Int(number), base: profile.roundingBase, mode: .nearest)
                }
            }
            settings.zerosPublished = true
            settings.onlySmallWithheld = false
        }
        let attack = try Attacker(tables.system(knowledge), settings: settings).run()
        return Outcome(
            knowledge: knowledge,
            values: values,
            cube: cube,
            suppression: suppression,
            settings: settings,
            attack: attack
        )
    }
}

extension DisclosureProfile {
    /// What the attacker takes for small: below the base where that protects, else below the
    /// threshold.
    var smallThreshold: Int { method == .suppression ? threshold : roundingBase }
}

extension LinkedTables {
    /// The tables as a problem of suppression.
    var problem: SuppressionProblem {
        var problem = SuppressionProblem(system(), values: cells.map { $0.exact ?? 0 })
        for (index, cell) in cells.enumerated() {
            if let weight = cell.weight { problem.weights[index] = Double(max(1, weight)) }
            problem.isFrozen[index] = cell.isFrozen
            problem.contributors[index] = cell.contributors
            problem.holders[index] = cell.holders
        }
        problem.sensitiveRelations = sensitiveRelations
        return problem
    }
}
