import Comparison
import Statistics
import Testing

@Suite("Reach")
struct ReachTests {
    /// NPM 2017: 26 to 37 per 1 000 children.
    private let prevalence = Interval(26, 37)

    @Test func `for the country the published bounds come back`() {
        // NPM 2017 states 26–37 per 1 000 and 90 000–127 000 children: 3.44 million children.
        let children = SmallAreaAllocation(perThousand: prevalence, spread: 0)
            .children(population: 3_440_000)
        #expect(abs(children.lower - 90_000) < 1000)
        #expect(abs(children.upper - 127_000) < 1000)
    }

    @Test func `reach lies within its bounds for every combination of what is uncertain`() throws {
        let known = CountRange(shown: 30_000, low: 29_998, high: 30_002)
        let estimated = SmallAreaAllocation(perThousand: prevalence, spread: 0)
            .children(population: 3_440_000)
        let found = ReachInterval(known: known, missedLinkage: 0.05, estimated: estimated)
        let reach = try #require(found.reach)
        for count in [29_998.0, 30_000, 30_002 * 1.05] {
            for perThousand in stride(from: 26.0, through: 37, by: 1) {
                let value = count / (perThousand / 1000 * 3_440_000)
                #expect(reach.lower <= value + 1e-12 && value <= reach.upper + 1e-12)
            }
        }
        #expect(abs(reach.lower - 29_998 / 127_280) < 1e-12)
        #expect(abs(reach.upper - 30_002 * 1.05 / 89_440) < 1e-12)
    }

    @Test func `an area has wider bounds than the country, the wider the smaller it is`() {
        func ratio(_ population: Double, spread: Double) -> Double {
            let children = SmallAreaAllocation(perThousand: prevalence, spread: spread)
                .children(population: population)
            return children.upper / children.lower
        }
        let country = ratio(3_440_000, spread: 0)
        #expect(country < ratio(100_000, spread: 0.15))
        #expect(ratio(100_000, spread: 0.15) < ratio(100_000, spread: 0.30))
        #expect(ratio(100_000, spread: 0.30) < ratio(5_000, spread: 0.30))
    }

    @Test func `the bounds of areas hold the true numbers of a simulated country`() {
        var random = SeededGenerator(seed: 8)
        let allocation = SmallAreaAllocation(perThousand: prevalence, spread: 0.3)
        var held = 0
        for _ in 0..<500 {
            let population = 500 + Double(random.index(below: 20_000))
            let rate = (26 + 11 * random.uniform()) / 1000 * expSeries(0.3 * random.normal())
            let truth = random.poisson(rate * population)
            let bounds = allocation.children(population: population)
            if bounds.lower <= truth, truth <= bounds.upper { held += 1 }
        }
        #expect(held >= 475, "\(held) of 500: at least 95 %, since bounds add up")
    }

    private func expSeries(_ x: Double) -> Double {
        (1...30).reduce((term: 1.0, sum: 1.0)) { state, index in
            let term = state.term * x / Double(index)
            return (term, state.sum + term)
        }.sum
    }

    @Test func `where no child may be estimated there are no bounds`() {
        let estimated = SmallAreaAllocation(perThousand: prevalence, spread: 0.3)
            .children(population: 60)
        #expect(estimated.lower == 0)
        let found = ReachInterval(
            known: CountRange(exactly: 0),
            missedLinkage: 0.05,
            estimated: estimated
        )
        #expect(found.reach == nil)
    }

    @Test func `together is at least the largest source and at most all of them`() throws {
        let estimated = Interval(1000, 2000)
        let parts = [100.0, 300, 50].map {
            ReachInterval(known: CountRange(exactly: $0), missedLinkage: 0, estimated: estimated)
        }
        let together = try #require(ReachInterval.together(parts))
        #expect(together.known == Interval(300, 450))
        #expect(together.reach == Interval(0.15, 0.45))
        #expect(ReachInterval.together([]) == nil)
    }
}
