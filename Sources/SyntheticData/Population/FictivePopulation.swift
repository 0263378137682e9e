public import Definitions

/// *Verzonnen bevolking*: the inhabitants of a fictive country, by municipality, age and sex.
///
/// As many children as its deliveries were made for, shared out as the reference shares them; ages
/// differ a little between municipalities, so that standardisation has something to do.
public struct FictivePopulation: Sendable {
    /// `year,gm_code,population_0_17`.
    public let underAge: String
    /// `year,gm_code,age,sex,population`.
    public let byAge: String

    /// Makes the tables; the same arguments give the same text.
    ///
    /// - Parameters:
    ///   - regions: the municipalities with their share of the children.
    ///   - children: children aged 0–17 in the country.
    ///   - years: the years, all with the same inhabitants.
    public init(regions: RegionReference, children: Int, years: ClosedRange<Int>) {
        var underAge = "year,gm_code,population_0_17\n"
        var byAge = "year,gm_code,age,sex,population\n"
        let places = regions.municipalities.sorted { $0.code < $1.code }
        let all = max(1, places.reduce(0) { $0 + $1.fictivePopulation0to17 })
        for year in years {
            for (index, place) in places.enumerated() {
                let own = place.fictivePopulation0to17 * children / all
                // From 8 percent more young children to 8 percent more adolescents.
                let tilt = index * 37 % 17 - 8
                var groups: [(age: Int, sex: String, number: Int)] = []
                for age in 0...22 {
                    let weight = 1000 + tilt * (age - 9)
                    let both = own * weight / 18_000
                    groups.append((age, "M", both - both * 487 / 1000))
                    groups.append((age, "V", both * 487 / 1000))
                }
                let young = groups.filter { $0.age < 18 }.reduce(0) { $0 + $1.number }
                underAge += "\(year),\(place.code),\(young)\n"
                for group in groups {
                    byAge += "\(year),\(place.code),\(group.age),\(group.sex),\(group.number)\n"
                }
            }
        }
        self.underAge = underAge
        self.byAge = byAge
    }
}

extension WorldParameters {
    /// Children aged 0–17 in a calibrated country, which is as large as the one it gives back.
    public var calibratedChildren: Int { self[.countryChildren] }
}
