public import Definitions
public import Domain

/// Protects all tables of a period together: every leaf is rounded once, and every table is sums of
/// printed leaves.
///
/// Which tables belong together follows from their definitions: those that count the same units of
/// the same source. A table that does not fit is refused with its reason and left out.
public struct UniverseStage: Sendable {
    /// Groups of codes that are published as sums: by dimension, then by code.
    public typealias Groups = [String: [String: [String]]]

    private let definitions: DefinitionSet
    private let profile: DisclosureProfile
    private let key: CubeKey
    private let work: Int

    /// Creates the stage.
    ///
    /// - Parameters:
    ///   - definitions: what the tables are.
    ///   - profile: the numbers; its method must be `cube`.
    ///   - key: the secret that decides ties.
    ///   - work: how many looks at a sum may be spent on each level.
    public init(
        definitions: DefinitionSet,
        profile: DisclosureProfile,
        key: CubeKey,
        work: Int = 240_000_000
    ) {
        precondition(profile.method == .cube, "not a profile for whole tables")
        self.definitions = definitions
        self.profile = profile
        self.key = key
        self.work = work
    }

    /// Protects the tables of one period.
    ///
    /// - Parameters:
    ///   - tables: the tables as counted, all of one period.
    ///   - groups: groups of codes, by indicator.
    ///   - earlier: what earlier vintages and periods have kept.
    /// - Returns: what may be shown, and what was refused.
    public func run(
        _ tables: [CellTable],
        groups: [String: Groups] = [:],
        earlier: KeptCube = KeptCube()
    ) -> UniverseOutcome {
        var outcome = UniverseOutcome()
        guard let period = tables.first?.period else { return outcome }
        var grids: [UniverseGrid] = []
        var sliced: [ReportSlices] = []
        for table in tables {
            guard let definition = definitions.indicators[table.indicator] else { continue }
            do throws(UniverseError) {
                if definition.breakdowns.contains(.scope) {
                    let own = try ReportSlices(
                        table,
                        definition,
                        scopes: definitions.breakdowns.reportScopes
                    )
                    var parts: [UniverseGrid] = []
                    for slice in own.slices {
                        parts.append(
                            try UniverseGrid(
                                slice.table,
                                definition,
                                groups: [:],
                                reference: definitions.regions,
                                slice: slice.universe
                            )
                        )
                    }
                    grids += parts
                    sliced.append(own)
                    continue
                }
                grids.append(
                    try UniverseGrid(
                        table,
                        definition,
                        groups: groups[table.indicator] ?? [:],
                        reference: definitions.regions
                    )
                )
            } catch { outcome.refused.append((table.indicator, error)) }
        }
        // A table for which no rounding is left is taken out, and the others are rounded anew.
        while true {
            let plan = UniversePlan(grids)
            var rounding = UniverseRounding(
                plan: plan,
                period: period,
                base: profile.roundingBase,
                key: key,
                work: work,
                earlier: earlier,
                reference: definitions.regions
            )
            do throws(UniverseError) {
                try rounding.run()
                // A table of which one slice does not fit is taken out with all of them.
                let broken = Set(plan.refused.map(\.error.indicator).filter { $0.contains("|") })
                guard broken.isEmpty else {
                    for error in plan.refused.map(\.error) where broken.contains(error.indicator) {
                        outcome.refused.append((UniverseStage.bare(error.indicator), error))
                    }
                    let own = Set(broken.map(UniverseStage.bare))
                    grids.removeAll { own.contains(UniverseStage.bare($0.table.indicator)) }
                    sliced.removeAll { own.contains($0.table.indicator) }
                    continue
                }
                outcome.refused += plan.refused
                finish(&outcome, plan, rounding, period, sliced)
                return outcome
            } catch {
                let failed = UniverseStage.bare(error.indicator)
                outcome.refused.append((failed, error))
                let count = grids.count
                grids.removeAll { UniverseStage.bare($0.table.indicator) == failed }
                sliced.removeAll { $0.table.indicator == failed }
                guard grids.count < count else { return outcome }
            }
        }
    }

    private func finish(
        _ outcome: inout UniverseOutcome,
        _ plan: UniversePlan,
        _ rounding: UniverseRounding,
        _ period: Period,
        _ sliced: [ReportSlices]
    ) {
        for (number, grid) in plan.grids.enumerated() {
            let sums = grid.summed(rounding.printed[number])
            let printer = UniversePrinter(grid: grid, sums: sums, profile: profile, key: key)
            outcome.tables.append(printer.table())
            outcome.quality.append(printer.quality())
        }
        for own in sliced {
            let printed = own.slices.compactMap { slice in
                outcome.tables.first { $0.indicator == slice.table.indicator }
            }
            outcome.tables.removeAll { UniverseStage.isSlice($0.indicator, of: own) }
            outcome.tables.append(
                own.combined(printed, profile: profile.id, notice: profile.notice)
            )
        }
        outcome.findings = UniverseCheck(
            plan: plan,
            rounding: rounding,
            base: profile.roundingBase
        ).findings().map {
            UniverseOutcome.Finding(
                indicator: UniverseStage.bare($0.indicator),
                period: period.description,
                cell: $0.cell,
                condition: $0.condition.rawValue
            )
        }
        outcome.kept = rounding.kept
        outcome.levels = plan.levels.flatMap { quantity, levels in
            levels.map { UniverseRounding.name(quantity, $0) }
        }.sorted()
        outcome.leafCount = rounding.leafCount
        outcome.keptCount = rounding.keptCount
    }
}

extension UniverseStage {
    /// The indicator of a slice.
    private static func bare(_ name: String) -> String {
        String(name.prefix { $0 != "|" })
    }

    private static func isSlice(_ name: String, of own: ReportSlices) -> Bool {
        name.contains("|") && bare(name) == own.table.indicator
    }
}

extension UniverseError {
    /// The table that does not fit.
    public var indicator: String {
        switch self {
        case .noCounts(let indicator), .limited(let indicator), .twoOverlapping(let indicator, _),
            .notAdditive(let indicator, _), .areas(let indicator, _),
            .otherUnits(let indicator, _, _), .crossingOverlaps(let indicator, _, _),
            .noRounding(let indicator), .partlyHeld(let indicator):
            indicator
        }
    }
}
