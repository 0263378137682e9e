import Comparison
import Definitions
import Disclosure
import Domain
import Statistics
import Testing

@Suite("Counts with their rounding error")
struct CountRangeTests {
    @Test func `whatever is counted lies within what rounding leaves open`() throws {
        let definitions = try Shipped.definitions.get()
        let profile = try #require(definitions.profiles["cbs"])
        let error = RoundingError(profile)
        let regions = (0...120).map(Shipped.municipality)
        let table = try Shipped.table(
            "BJ-01",
            dimensions: [],
            measures: [.init(name: "trajectories")],
            regions: regions
        ) { region, _, _ in Int64(region.code.dropFirst(2)) ?? 0 }
        for count in 0...120 {
            let shown = try #require(table.value(Shipped.municipality(count), [], "trajectories"))
            let range = error.range(shown)
            guard count == 0 || count >= 10 else {
                #expect(range == nil, "\(count) is withheld and stays so")
                continue
            }
            let found = try #require(range)
            #expect(found.low <= Double(count) && Double(count) <= found.high, "\(count)")
            #expect(found.high - found.low <= 4)
        }
        // 10 and 11 and 12 are shown as 10; 8 and 9 would be too, were they not withheld.
        #expect(error.range(.shown(10)) == CountRange(shown: 10, low: 10, high: 12))
        #expect(error.range(.shown(15)) == CountRange(shown: 15, low: 13, high: 17))
        #expect(error.range(.shown(0)) == CountRange(exactly: 0))
    }

    @Test func `a cube leaves two bases open and suppression nothing`() throws {
        let definitions = try Shipped.definitions.get()
        let cube = RoundingError(try #require(definitions.profiles["ijkpunt"]))
        #expect(cube.range(.shown(0)) == CountRange(shown: 0, low: 0, high: 10))
        #expect(cube.range(.shown(50)) == CountRange(shown: 50, low: 40, high: 60))
        let exact = try #require(definitions.profiles.values.first { $0.method == .suppression })
        #expect(RoundingError(exact).range(.shown(17)) == CountRange(exactly: 17))
        #expect(RoundingError(exact).range(.suppressed) == nil)
    }

    @Test func `sums, differences and quotients hold every true value`() {
        let part = CountRange(shown: 15, low: 13, high: 17)
        let whole = CountRange(shown: 60, low: 58, high: 62)
        let quotient = part.over(whole)
        #expect(quotient.value == 0.25)
        for above in 13...17 {
            for below in 58...62 {
                let value = Double(above) / Double(below)
                #expect(quotient.range.lower <= value && value <= quotient.range.upper)
                let rest = whole - part
                #expect(rest.low <= Double(below - above) && Double(below - above) <= rest.high)
                let sum = whole + part
                #expect(sum.low <= Double(below + above) && Double(below + above) <= sum.high)
            }
        }
        #expect(part.over(CountRange(exactly: 0)).value.isNaN)
    }
}
