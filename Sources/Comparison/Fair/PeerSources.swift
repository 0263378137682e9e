import Definitions
import Disclosure
import Domain
import Foundation

/// What is known of municipalities to find like ones: their children, and their ages where a table
/// by age was given.
struct PeerSources {
    let children: [String: Int]
    let groups: PeerGroups

    init(_ tables: [ProtectedTable], definitions: DefinitionSet, population: PopulationByAge?) {
        let ages = ["0-3", "4-11", "12-17"]
        let year = tables.map(\.period.year).max() ?? 0
        var children: [String: Int] = [:]
        var shares: [PeerGroups.Characteristic] = []
        if let population {
            for code in population.municipalities(in: year) {
                children[code] = PeerSources.inhabitants(population, code, ages, year)
            }
            shares = ["0-3", "12-17"].map { age in
                PeerGroups.Characteristic(
                    name: "share-\(age)",
                    values: children.reduce(into: [:]) { values, entry in
                        let own = PeerSources.inhabitants(population, entry.key, [age], year)
                        values[entry.key] =
                            entry.value > 0
                            ? Double(own) / Double(entry.value) : .nan
                    }
                )
            }
        }
        if children.isEmpty { children = PeerSources.published(tables, definitions) }
        self.children = children
        guard !children.isEmpty else {
            groups = PeerGroups([])
            return
        }
        // Size counts by its logarithm: 2 000 and 4 000 differ as 20 000 and 40 000 do.
        let size = PeerGroups.Characteristic(
            name: "children",
            values: children.mapValues { $0 > 0 ? log(Double($0)) : .nan }
        )
        groups = PeerGroups([size] + shares)
    }

    private static func inhabitants(
        _ population: PopulationByAge,
        _ code: String,
        _ ages: [String],
        _ year: Int
    ) -> Int {
        ages.flatMap { age in ["M", "V"].map { PopulationByAge.Group(age: age, sex: $0) } }
            .reduce(0) { $0 + (population.inhabitants(code, $1, in: year) ?? 0) }
    }

    /// The population that stands in the tables as a public figure of others.
    private static func published(
        _ tables: [ProtectedTable],
        _ definitions: DefinitionSet
    ) -> [String: Int] {
        let known = tables.filter { table in
            table.measures.contains { $0.name == "population" && !$0.isCount }
        }
        guard let newest = known.max(by: { ($0.period, $0.indicator) < ($1.period, $1.indicator) }),
            let profile = definitions.profiles[newest.profile]
        else { return [:] }
        let counts = ProtectedCounts(newest, profile: profile)
        return counts.municipalities.reduce(into: [:]) { children, region in
            guard let range = counts.range(region, [:], "population"), range.shown > 0 else {
                return
            }
            children[region.code] = Int(range.shown)
        }
    }
}
