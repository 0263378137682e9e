import Definitions
import Disclosure
import Domain

/// The counts of one protected table, looked up by region without searching the list of regions.
struct ProtectedCounts {
    /// What is known of a cell.
    enum Known: Equatable {
        /// Shown, with what may lie behind it.
        case range(CountRange)
        /// Withheld: it exists and stays unknown.
        case withheld
        /// The table has no such place.
        case absent
    }

    let table: ProtectedTable
    /// The largest count that can be withheld for being small.
    let largestWithheld: Double
    private let error: RoundingError
    private let places: [CellTable.Region: Int]
    private let radices: [Int]

    init(_ table: ProtectedTable, profile: DisclosureProfile) {
        self.table = table
        error = RoundingError(profile)
        largestWithheld = Double(max(0, profile.threshold - 1))
        places = Dictionary(
            table.regions.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        radices = table.layout.radices
    }

    /// The municipalities of the table, by code.
    var municipalities: [CellTable.Region] {
        table.regions.filter { $0.geography == .municipality && $0.code.hasPrefix("GM") }
            .sorted { $0.code < $1.code }
    }

    /// What is known of a cell; a dimension that is not named stands at its total.
    func known(
        _ region: CellTable.Region,
        _ codes: [String: String] = [:],
        _ measure: String
    ) -> Known {
        guard let regionPlace = places[region],
            let measurePlace = table.measures.firstIndex(where: { $0.name == measure })
        else { return .absent }
        var key = [regionPlace]
        for dimension in table.dimensions {
            guard let place = dimension.codes.firstIndex(of: codes[dimension.name] ?? "T") else {
                return .absent
            }
            key.append(place)
        }
        let packed = CellTable.pack(key + [measurePlace], radices: radices)
        guard let index = CellLayout.index(of: packed, in: table.keys) else {
            return .range(CountRange(exactly: 0))
        }
        let value = table.values[index]
        // A population is a public figure of somebody else: it was not rounded here.
        if !table.measures[measurePlace].isCount, case .shown(let number) = value {
            return .range(CountRange(exactly: Double(number)))
        }
        return error.range(value).map { .range($0) } ?? .withheld
    }

    /// The range of a cell; `nil` where it is withheld or there is none.
    func range(
        _ region: CellTable.Region,
        _ codes: [String: String] = [:],
        _ measure: String
    ) -> CountRange? {
        guard case .range(let range) = known(region, codes, measure) else { return nil }
        return range
    }
}
