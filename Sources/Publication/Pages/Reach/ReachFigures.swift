import Comparison
import Definitions
import Disclosure
import Domain
import Statistics

/// Children known to the sources beside prevalence, as bounds, for any region with a table.
struct ReachFigures {
    let context: PageContext
    let table: PublishedTable
    private let isSexual: Bool

    private var wording: Wording { context.wording }
    private var definition: ReachDefinition { context.definitions.comparison.reach }

    /// What stands in a row of bounds.
    enum Known {
        /// Bounds of the quotient.
        case bounds(Interval)
        /// The count is withheld.
        case withheld
        /// The source has no count here.
        case absent
        /// Too few children for bounds.
        case tooFew

        /// As it is drawn, in percent.
        var mark: Mark {
            switch self {
            case .bounds(let interval): .interval(interval.lower * 100, interval.upper * 100)
            case .withheld: .suppressed
            case .absent, .tooFew: .missing
            }
        }
    }

    /// The newest table of reach, or of reach for sexual violence; `nil` where there is none.
    init?(_ context: PageContext, sexual: Bool = false) {
        let reach = context.definitions.comparison.reach
        let id = sexual ? reach.sexualIndicator : reach.indicator
        guard let newest = context.contents.tables[id]?.max(by: { $0.period < $1.period }) else {
            return nil
        }
        self.context = context
        self.isSexual = sexual
        table = newest
    }

    /// The sources that can see a region: those with a population there.
    func sources(_ region: CellTable.Region) throws -> [ReachDefinition.Source] {
        try definition.sources.filter { try population($0.code, region) != nil }
    }

    /// The children of a region, as a source counts them; `nil` where it cannot see the region.
    private func population(_ source: String, _ region: CellTable.Region) throws -> Double? {
        guard
            case .shown(let number)? = try context.contents.value(
                table,
                region,
                ["source": source],
                measure: definition.population
            ), number > 0
        else { return nil }
        return Double(number)
    }

    /// The bounds of prevalence per 1 000 children; `nil` when the series is not published.
    private var prevalence: Interval? {
        guard let base = bounds(definition.maltreatment) else { return nil }
        guard isSexual else { return base }
        guard let share = bounds(definition.sexualViolence) else { return nil }
        return Interval(base.lower * share.lower / 100, base.upper * share.upper / 100)
    }

    private func bounds(_ one: ReachDefinition.Prevalence) -> Interval? {
        switch context.series(one.series)?.figure(one.period, one.item)?.value {
        case .interval(let low, let high)?: Interval(low, high)
        case .number(let number)?: Interval(number, number)
        default: nil
        }
    }

    /// The children that prevalence stands for in a region; `nil` where no source sees it.
    func estimated(_ region: CellTable.Region) throws -> Interval? {
        guard let first = try sources(region).first else { return nil }
        return try estimated(first.code, region)
    }

    private func estimated(_ source: String, _ region: CellTable.Region) throws -> Interval? {
        guard let prevalence, let children = try population(source, region) else { return nil }
        let spread =
            switch region.geography {
            case .country: 0.0
            case .municipality: definition.betweenMunicipalities
            default: definition.betweenRegions
            }
        return SmallAreaAllocation(perThousand: prevalence, spread: spread)
            .children(population: children)
    }

    /// The bounds of one source in a region.
    func known(
        _ source: String,
        _ region: CellTable.Region
    ) throws -> (Known, ReachInterval?) {
        guard let profile = context.definitions.profiles[table.profile],
            let estimated = try estimated(source, region),
            let value = try context.contents.value(
                table,
                region,
                ["source": source],
                measure: definition.measure
            )
        else { return (.absent, nil) }
        guard let count = RoundingError(profile).range(value) else { return (.withheld, nil) }
        let found = ReachInterval(
            known: count,
            missedLinkage: definition.missedLinkagePercent / 100,
            estimated: estimated
        )
        return (found.reach.map { .bounds($0) } ?? .tooFew, found)
    }

    /// The bounds of all sources together; withheld where one of them is.
    func together(_ region: CellTable.Region) throws -> (Known, ReachInterval?) {
        var intervals: [ReachInterval] = []
        for source in try sources(region) {
            let (known, interval) = try known(source.code, region)
            switch known {
            case .withheld: return (.withheld, nil)
            case .tooFew: return (.tooFew, interval)
            case .absent: continue
            case .bounds: intervals += interval.map { [$0] } ?? []
            }
        }
        guard let all = ReachInterval.together(intervals), let reach = all.reach else {
            return (.absent, nil)
        }
        return (.bounds(reach), all)
    }
}
