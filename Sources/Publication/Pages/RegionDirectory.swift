package import Definitions
package import Domain

/// The regions one can choose from, with their names and what lies in what.
package struct RegionDirectory: Sendable {
    /// A region with its name.
    package struct Entry: Sendable, Equatable {
        /// The region.
        package let region: CellTable.Region
        /// Its name.
        package let name: String
    }

    /// The regions of each geography by name, the country first.
    package let groups: [(geography: Geography, entries: [Entry])]

    private let names: [CellTable.Region: String]
    private let municipalities: [String: RegionReference.Municipality]

    /// Creates the directory from the reference of regions.
    package init(_ reference: RegionReference) {
        municipalities = Dictionary(
            reference.municipalities.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let order: [Geography] = [
            .country, .partOfCountry, .province, .veiligThuis, .youthRegion, .csg, .municipality,
        ]
        var names: [CellTable.Region: String] = [:]
        groups = order.map { geography in
            let known = RegionDirectory.names(of: geography, reference)
            let entries = known.map { code, name in
                Entry(region: CellTable.Region(geography: geography, code: code), name: name)
            }
            for entry in entries { names[entry.region] = entry.name }
            return (geography, entries.sorted { sortKey($0) < sortKey($1) })
        }
        self.names = names
    }

    /// The name of a region, or `nil` when there is no such region.
    package func name(of region: CellTable.Region) -> String? { names[region] }

    /// The regions a municipality lies in, the smallest kinds first; empty for other regions.
    package func surroundings(of region: CellTable.Region) -> [Entry] {
        guard region.geography == .municipality, let one = municipalities[region.code] else {
            return []
        }
        let kinds: [Geography] = [.youthRegion, .veiligThuis, .csg, .province, .partOfCountry]
        return kinds.compactMap { kind in
            guard let code = one.regions[kind] else { return nil }
            let region = CellTable.Region(geography: kind, code: code)
            return names[region].map { Entry(region: region, name: $0) }
        }
    }

    private static func names(
        of geography: Geography,
        _ reference: RegionReference
    ) -> [(String, String)] {
        switch geography {
        case .country: [("NL01", reference.names[.country]?["NL01"] ?? "Nederland")]
        case .municipality: reference.municipalities.map { ($0.code, $0.name) }
        default:
            reference.names[geography].map { $0.map { ($0.key, $0.value) } }
                ?? Set(reference.municipalities.compactMap { $0.regions[geography] })
                .map { ($0, $0) }
        }
    }
}

/// Sorted by the letters of the name, so that `'s-Hertogenbosch` stands at its H of old custom's S.
private func sortKey(_ entry: RegionDirectory.Entry) -> String {
    entry.name.lowercased().filter(\.isLetter) + " " + entry.region.code
}
