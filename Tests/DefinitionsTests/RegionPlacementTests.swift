import Definitions
import Domain
import Testing

struct RegionPlacementTests {
    let regions: RegionReference

    init() throws {
        regions = try ShippedDefinitions.load().regions
    }

    @Test(arguments: [
        (2016, 390), (2017, 388), (2018, 380), (2019, 355), (2020, 355), (2021, 352), (2022, 345),
        (2023, 342),
    ])
    func `the number of municipalities on 1 January is the known one`(_ year: Int, _ count: Int) {
        #expect(regions.regions(of: .municipality, boundaries: year).count == count)
    }

    @Test func `a municipality of the chosen year is itself, in all its regions`() {
        #expect(
            regions.placement(of: "GM0363", boundaries: 2020)
                == [
                    .municipality: "GM0363", .youthRegion: "JZ13", .veiligThuis: "VT01",
                    .csg: "Amsterdam-Amstelland / Zaanstreek-Waterland", .province: "PV27",
                    .partOfCountry: "LD03", .country: "NL01",
                ]
        )
    }

    @Test func `a merged municipality is the one it went into`() {
        #expect(
            regions.placement(of: "GM0009", boundaries: 2020)
                == regions.placement(of: "GM0014", boundaries: 2020)
        )
        #expect(regions.placement(of: "GM0009", boundaries: 2018)[.municipality] == "GM0009")
    }

    @Test func `a municipality divided over three has no municipality but keeps what they share`() {
        #expect(
            regions.placement(of: "GM0140", boundaries: 2020)
                == [
                    .youthRegion: "JZ02", .veiligThuis: "VT04", .csg: "Friesland",
                    .province: "PV21", .partOfCountry: "LD01", .country: "NL01",
                ]
        )
        #expect(
            regions.municipalities(overlapping: "GM0140", in: 2020)
                == ["GM0080", "GM1900", "GM1949"]
        )
        #expect(regions.placement(of: "GM0140", boundaries: 2017)[.municipality] == "GM0140")
    }

    @Test func `Haaren lies in itself in 2020 and over four municipalities in 2021`() {
        let before = regions.placement(of: "GM0788", boundaries: 2020)
        #expect(before[.municipality] == "GM0788")
        #expect(before[.youthRegion] == "JZ33")
        #expect(
            regions.municipalities(overlapping: "GM0788", in: 2021)
                == ["GM0757", "GM0824", "GM0855", "GM0865"]
        )
        let after = regions.placement(of: "GM0788", boundaries: 2021)
        #expect(after[.municipality] == nil)
        #expect(after[.youthRegion] == nil)
        #expect(after[.province] == "PV30")
        #expect(after[.country] == "NL01")
    }

    @Test func `a municipality of 2021 is all its parts on the boundaries of 2020`() {
        #expect(regions.placement(of: "GM1979", boundaries: 2021)[.municipality] == "GM1979")
        let back = regions.placement(of: "GM1979", boundaries: 2020)
        #expect(back[.municipality] == nil)
        #expect(back[.youthRegion] == "JZ01")
        #expect(
            regions.municipalities(overlapping: "GM1979", in: 2020)
                == ["GM0003", "GM0010", "GM0024"]
        )
    }

    @Test func `a merger during the year counts from the next 1 January`() {
        #expect(regions.placement(of: "GM0457", boundaries: 2022)[.municipality] == "GM0457")
        #expect(regions.placement(of: "GM0457", boundaries: 2022)[.youthRegion] == "JZ16")
        #expect(regions.placement(of: "GM0457", boundaries: 2023)[.municipality] == "GM0363")
        #expect(regions.placement(of: "GM0457", boundaries: 2023)[.youthRegion] == "JZ13")
    }

    @Test func `a municipality that grew keeps its code and its regions`() {
        for year in RegionReference.boundaryYears {
            #expect(regions.placement(of: "GM0855", boundaries: year)[.municipality] == "GM0855")
            #expect(regions.placement(of: "GM0855", boundaries: year)[.youthRegion] == "JZ35")
        }
    }

    @Test(arguments: ["GM9999", "", "0363", "U"])
    func `an unknown code lies nowhere`(_ code: String) {
        #expect(!regions.isKnown(code))
        #expect(regions.placement(of: code, boundaries: 2020).isEmpty)
    }

    @Test func `every known code lies in the country in every year, and in regions that exist`() {
        for year in RegionReference.boundaryYears {
            let known = Geography.allCases.map {
                ($0, Set(regions.regions(of: $0, boundaries: year)))
            }
            for code in regions.knownCodes {
                let placement = regions.placement(of: code, boundaries: year)
                #expect(placement[.country] == "NL01")
                for (geography, codes) in known {
                    guard let region = placement[geography] else { continue }
                    #expect(codes.contains(region), "\(code) in \(year)")
                }
            }
        }
    }

    @Test(arguments: [
        (Geography.youthRegion, 42), (.veiligThuis, 26), (.csg, 16), (.province, 12),
        (.partOfCountry, 4), (.country, 1),
    ])
    func `every geography has its regions, in byte order`(_ geography: Geography, _ count: Int) {
        let codes = regions.regions(of: geography, boundaries: 2020)
        #expect(codes.count == count)
        #expect(codes == codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(codes.allSatisfy { regions.name(of: $0, in: geography) != nil })
    }

    @Test func `the regions of the Centrum Seksueel Geweld are marked where they are unverified`() {
        let unverified = regions.municipalities.filter { $0.unverified.contains(.csg) }
        #expect(unverified.count == 275)
        #expect(regions.municipalities.allSatisfy { $0.unverified.isSubset(of: [.csg]) })
    }
}
