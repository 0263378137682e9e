import Comparison
import Definitions
import Disclosure
import Domain
import FoundationEssentials
import Statistics

/// The shipped definitions, and tables made from plain numbers and protected by a shipped profile.
enum Shipped {
    static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Definitions")
        )
    }

    /// The stage of a profile; `cbs` withholds below 10 and rounds to 5.
    static func stage() throws -> DisclosureStage {
        let definitions = try definitions.get()
        guard let profile = definitions.profiles["cbs"] else { throw Missing() }
        return DisclosureStage(profile: profile)
    }

    struct Missing: Error {}

    /// A protected table: counts by region, by codes and measure.
    static func table(
        _ indicator: String,
        period: String = "2019H1",
        dimensions: [(name: String, codes: [String])],
        measures: [CellTable.Measure],
        regions: [CellTable.Region],
        value: (CellTable.Region, [String: String], String) -> Int64
    ) throws -> ProtectedTable {
        let regions = CellTable.inTableOrder(regions)
        let dimensions = dimensions.map {
            CellTable.Dimension(name: $0.name, codes: $0.codes, isAdditive: true)
        }
        let measures = measures.sorted { $0.name < $1.name }
        let layout = CellLayout(regions: regions, dimensions: dimensions, measures: measures)
        let cells = (0..<UInt64(layout.radices.reduce(1, *))).map { key in
            let places = layout.places(of: key)
            let codes = zip(dimensions, places.dropFirst()).map { ($0.name, $0.codes[$1]) }
            return (
                key: key,
                value: value(
                    regions[places[0]],
                    Dictionary(uniqueKeysWithValues: codes),
                    measures[places[places.count - 1]].name
                )
            )
        }
        guard let period = Period(period) else { throw Missing() }
        return try stage().run(
            CellTable(
                indicator: indicator,
                period: period,
                unit: .trajectory,
                dimensions: dimensions,
                measures: measures,
                regions: regions,
                cells: cells
            )
        )
    }

    static let country = CellTable.Region(geography: .country, code: "NL01")

    static func municipality(_ number: Int) -> CellTable.Region {
        let digits = String(number)
        return CellTable.Region(
            geography: .municipality,
            code: "GM" + String(repeating: "0", count: 4 - digits.count) + digits
        )
    }
}

extension SeededGenerator {
    /// A Poisson count, by adding up until the exponentials pass the mean.
    mutating func poisson(_ mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        if mean > 200 { return max(0, (mean + mean.squareRoot() * normal()).rounded()) }
        return Poisson.quantile(lower: min(max(uniform(), 1e-12), 1 - 1e-12), mean: mean)
    }
}
