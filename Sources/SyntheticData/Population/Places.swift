import Definitions
import Domain

/// *Gemeenten* of the fictive country, with the codes that were in force in each half-year.
struct Places: Sendable {
    /// Every code that can be delivered, as `GM0363`.
    let codes: [String]
    /// The number of the youth region of each municipality of the reference year.
    let region: [Int]
    /// How many youth regions there are.
    let regionCount: Int
    /// Inhabitants aged 0–17.
    let children: Int

    private let byPopulation: WeightedChoice
    /// Per half-year and municipality, the codes its inhabitants may have in that half-year.
    private let codesInForce: [[[UInt16]]]
    private let firstOrdinal: Int
    private let seed: UInt64
    private let movedPerMille: Int

    init(
        _ regions: RegionReference,
        periods: [ReportingPeriod],
        seed: UInt64,
        parameters: WorldParameters
    ) {
        let municipalities = regions.municipalities
        var codes = municipalities.map(\.code)
        for change in regions.changes {
            for code in [change.oldCode, change.newCode] where !codes.contains(code) {
                codes.append(code)
            }
        }
        self.codes = codes
        let names = Set(municipalities.compactMap { $0.regions[.youthRegion] }).sorted()
        region = municipalities.map { place in
            names.firstIndex { $0 == place.regions[.youthRegion] } ?? 0
        }
        regionCount = max(1, names.count)
        children = municipalities.reduce(0) { $0 + $1.fictivePopulation0to17 }
        byPopulation = WeightedChoice(municipalities.map(\.fictivePopulation0to17))
        firstOrdinal = periods.first?.ordinal ?? 0
        self.seed = seed
        movedPerMille = parameters[.moved]
        codesInForce = periods.map { period in
            municipalities.map { place in
                Self.codesInForce(of: place, on: period.end, regions).compactMap { code in
                    codes.firstIndex(of: code).map(UInt16.init)
                }
            }
        }
    }

    /// Draws a municipality by population.
    func draw(_ random: inout SeededRandom) -> UInt16 { UInt16(byPopulation.pick(&random)) }

    /// The code a child's municipality has in a half-year, by number in ``codes``.
    ///
    /// Before a merger an inhabitant has one of the old codes; after a later one the new code. A
    /// few children move once.
    func code(ofChild child: Int, livingIn home: UInt16, in ordinal: Int) -> UInt16 {
        let period = min(max(0, ordinal - firstOrdinal), codesInForce.count - 1)
        var place = Int(home)
        var move = Mixed(seed, child, .move)
        if move.take(1000) < movedPerMille, period >= 1 + move.take(codesInForce.count) {
            place = move.take(region.count)
        }
        let inForce = codesInForce[period][place]
        guard inForce.count > 1 else { return inForce.first ?? home }
        var choice = Mixed(seed, child, .place)
        return inForce[choice.take(inForce.count)]
    }

    private static func codesInForce(
        of place: RegionReference.Municipality,
        on day: CalendarDay,
        _ regions: RegionReference
    ) -> [String] {
        let after = regions.changes.filter { $0.oldCode == place.code && $0.date <= day }
        if !after.isEmpty { return after.map(\.newCode) }
        let before = regions.changes.filter { $0.newCode == place.code && $0.date > day }
        let existed = place.since.map { $0 <= day } ?? true
        return before.map(\.oldCode) + (existed || before.isEmpty ? [place.code] : [])
    }
}
