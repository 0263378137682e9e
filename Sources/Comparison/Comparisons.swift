public import Definitions
public import Disclosure
import Domain
import Statistics

/// *Vergelijking*: everything that is compared between municipalities, worked out when tables are
/// published.
///
/// - ``ComparisonSheet``: a measure over all municipalities, with funnel, standardisation and
///   shrinkage.
/// - ``PerformanceInput``: what a municipality works its own figure out again from.
/// - ``PeerGroups``: which municipalities are alike.
///
/// It sees protected tables only: what is withheld stays so, and rounding is carried along.
public struct Comparisons: Sendable, Equatable {
    /// The sheets, in the order of the definitions.
    public let sheets: [ComparisonSheet]
    /// The inputs, in the order of the sheets and by municipality.
    public let inputs: [PerformanceInput]
    /// Children aged 0–17 (or the ages of the table) by municipality, for the classes by size.
    public let children: [String: Int]
    /// The nearest municipalities of each.
    public let neighbours: [String: [PeerGroups.Neighbour]]
    /// The characteristics by which they are nearest.
    public let characteristics: [String]

    /// Creates the results.
    public init(
        sheets: [ComparisonSheet],
        inputs: [PerformanceInput],
        children: [String: Int],
        neighbours: [String: [PeerGroups.Neighbour]],
        characteristics: [String]
    ) {
        self.sheets = sheets
        self.inputs = inputs
        self.children = children
        self.neighbours = neighbours
        self.characteristics = characteristics
    }

    /// The sheet of a measure.
    public func sheet(_ measure: String) -> ComparisonSheet? {
        sheets.first { $0.measure == measure }
    }

    /// Compares the newest half-year of every measure.
    ///
    /// - Parameters:
    ///   - tables: protected tables, of any period.
    ///   - definitions: what is compared.
    ///   - population: inhabitants by age and sex; without it what needs them is left out.
    public init(
        _ tables: [ProtectedTable],
        definitions: DefinitionSet,
        population: PopulationByAge?
    ) {
        var sheets: [ComparisonSheet] = []
        var inputs: [PerformanceInput] = []
        for measure in definitions.comparison.measures {
            let own = tables.filter { table in
                guard case .halfYear = table.period else { return false }
                return table.indicator == measure.indicator
            }
            guard let newest = own.max(by: { $0.period < $1.period }),
                let profile = definitions.profiles[newest.profile],
                let maker = SheetMaker(
                    measure,
                    ProtectedCounts(newest, profile: profile),
                    definitions,
                    population
                )
            else { continue }
            let (sheet, ownInputs) = maker.make()
            sheets.append(sheet)
            inputs += ownInputs
        }
        self.sheets = sheets
        self.inputs = inputs
        let peers = PeerSources(tables, definitions: definitions, population: population)
        children = peers.children
        characteristics = peers.groups.names
        neighbours = peers.children.keys.reduce(into: [:]) { all, code in
            all[code] = peers.groups.neighbours(
                of: code,
                count: definitions.comparison.neighbours
            )
        }
    }
}
