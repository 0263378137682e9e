import Definitions
import SyntheticData
import Testing

@Suite("Inhabitants of a fictive country")
struct FictivePopulationTests {
    @Test func `both tables count the same children, as many as asked but for rounding down`()
        throws
    {
        let regions = try DefinitionSet.load(from: Fixture.folder).regions
        let made = FictivePopulation(regions: regions, children: 1_000_000, years: 2019...2019)
        var total = 0
        var young: [String: Int] = [:]
        for line in made.underAge.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",")
            young[String(fields[1])] = Int(fields[2])
            total += Int(fields[2]) ?? 0
        }
        #expect(young.count == 355)
        #expect((980_000...1_000_000).contains(total), "\(total)")
        var summed: [String: Int] = [:]
        for line in made.byAge.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",")
            guard let age = Int(fields[2]), age < 18 else { continue }
            summed[String(fields[1]), default: 0] += Int(fields[4]) ?? 0
        }
        #expect(summed == young)
        let again = FictivePopulation(regions: regions, children: 1_000_000, years: 2019...2019)
        #expect(again.byAge == made.byAge)
    }
}
