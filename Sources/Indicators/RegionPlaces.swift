import Columns
import Definitions
import Domain

/// From the municipality of a record, as delivered, to the regions of a table.
///
/// Geographies do not nest in each other, so each is worked out from the municipality itself.
struct RegionPlaces: Sendable {
    /// The regions of the table, in its order.
    let regions: [CellTable.Region]
    /// For each municipality number the place among the known municipalities; 0 for none.
    let municipalityPlace: [UInt16]
    /// How many places there are, that of none included.
    let placeCount: Int
    /// For each place the regions (as places in ``regions``) that hold it.
    let regionsOfPlace: [[Int]]

    init(_ reference: RegionReference, boundaries year: Int) {
        let codes = reference.knownCodes
        var places = [UInt16](repeating: 0, count: 65_536)
        var held: [[CellTable.Region]] = [
            [
                CellTable.Region(geography: .country, code: "NL01")
            ] + RegionPlaces.subnational.map { CellTable.Region(geography: $0, code: "U") }
        ]
        for code in codes {
            guard let number = Int(code.dropFirst(2)) else { continue }
            places[number] = UInt16(held.count)
            let placement = reference.placement(of: code, boundaries: year)
            held.append(
                [CellTable.Region(geography: .country, code: "NL01")]
                    + RegionPlaces.subnational.map {
                        CellTable.Region(geography: $0, code: placement[$0] ?? "U")
                    }
            )
        }
        let regions = CellTable.inTableOrder(Array(Set(held.joined())))
        let order = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, $0) })
        self.regions = regions
        municipalityPlace = places
        placeCount = held.count
        regionsOfPlace = held.map { $0.compactMap { order[$0] } }
    }

    private static let subnational: [Geography] = Geography.allCases.filter { $0 != .country }
}
