import Definitions
import Domain

/// From the holder and municipality of a report or registration to the regions of a table.
///
/// Of Veilig Thuis the region is the organisation itself, of a Centrum Seksueel Geweld the centre;
/// what else there is comes from the municipality, or is left out.
struct ReportPlaces: Sendable {
    /// The regions of the table, in its order.
    let regions: [CellTable.Region]
    private let municipalityPlace: [UInt16]
    /// For each place of a municipality its regions, without that of the holder.
    private let byMunicipality: [[Int]]
    private let byHolder: [Int]

    /// Places by organisation and municipality.
    init(_ places: RegionPlaces, holders: [String], of geography: Geography) {
        let own = holders.map { CellTable.Region(geography: geography, code: $0) }
        let table = CellTable.inTableOrder(
            Array(Set(places.regions.filter { $0.geography != geography } + own))
        )
        let order = Dictionary(uniqueKeysWithValues: table.enumerated().map { ($1, $0) })
        byMunicipality = places.regionsOfPlace.map { held in
            held.map { places.regions[$0] }.filter { $0.geography != geography }
                .compactMap { order[$0] }
        }
        municipalityPlace = places.municipalityPlace
        byHolder = own.map { order[$0] ?? 0 }
        regions = table
    }

    /// Places by holder and country only.
    init(holders: [String], of geography: Geography) {
        let country = CellTable.Region(geography: .country, code: "NL01")
        let own = holders.map { CellTable.Region(geography: geography, code: $0) }
        regions = CellTable.inTableOrder([country] + own)
        let order = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, $0) })
        municipalityPlace = [UInt16](repeating: 0, count: 65_536)
        byMunicipality = [[order[country] ?? 0]]
        byHolder = own.map { order[$0] ?? 0 }
    }

    /// The places in ``regions`` of a holder and a municipality.
    func regions(holder: Int, municipality: UInt16) -> [Int] {
        byMunicipality[Int(municipalityPlace[Int(municipality)])] + [byHolder[holder]]
    }
}
