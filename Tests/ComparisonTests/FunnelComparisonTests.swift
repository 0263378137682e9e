import Comparison
import Statistics
import Testing

@Suite("Funnel")
struct FunnelComparisonTests {
    private func funnel(
        _ units: [(events: Double, size: Double)],
        target: Double,
        kind: FunnelLimits.Kind = .proportion
    ) -> FunnelComparison {
        FunnelComparison(
            units: units,
            target: target,
            kind: kind,
            leastExpected: 20,
            leastUnits: 10,
            levels: (0.95, 0.998)
        )
    }

    @Test(arguments: [FunnelLimits.Kind.proportion, .ratio])
    func `without spread between units the limits are those of chance`(
        _ kind: FunnelLimits.Kind
    ) {
        var random = SeededGenerator(seed: 11)
        let target = 0.2
        let units = (0..<200).map { index in
            let size = 150.0 + 10 * Double(index)
            let events =
                kind == .ratio
                ? random.poisson(target * size)
                : (0..<Int(size)).reduce(0.0) { sum, _ in
                    sum + (random.uniform() < target ? 1 : 0)
                }
            return (events: events, size: size)
        }
        let found = funnel(units, target: target, kind: kind)
        #expect(found.counted == 200)
        // The mean square of standard normal scores pulled in to their 10 % points is 0.678.
        #expect(abs(found.phi - 0.678) < 0.15, "\(found.phi)")
        let within = units.count { unit in
            let value = unit.events / unit.size
            let exact = found.limits(size: unit.size).inner.exact
            return exact.lower <= value && value <= exact.upper
        }
        #expect((183...198).contains(within), "\(within) of 200 within 95 %")
        let limits = found.limits(size: 500).inner.exact
        #expect(
            limits.upper
                == FunnelLimits.interpolated.limit(
                    at: 0.975,
                    target: target,
                    size: 500,
                    kind: kind
                )
        )
    }

    @Test func `a spread between units comes back and widens the limits`() {
        var random = SeededGenerator(seed: 5)
        // True shares differ by 0.05 on the arcsine scale round the target.
        let centre = 0.4636476
        let units = (0..<400).map { _ in
            let share = funnelShare(centre + 0.05 * random.normal())
            let size = 2000.0
            let events =
                (share * size + (size * share * (1 - share)).squareRoot() * random.normal())
                .rounded()
            return (events: events, size: size)
        }
        let found = funnel(units, target: 0.2)
        // Scores have variance 1 + (0.05 / 0.01118)² = 21; pulled in, 0.678 of that is left, so that
        // τ comes back as √(0.678 × 21 − 1) × 0.01118 = 0.0407: winsorising is careful with spread.
        #expect(abs(found.tau2.squareRoot() - 0.0407) < 0.004, "\(found.tau2.squareRoot())")
        let (inner, outer) = found.limits(size: 2000)
        #expect(inner.wide.lower < inner.exact.lower && inner.exact.upper < inner.wide.upper)
        #expect(outer.wide.lower < inner.wide.lower && inner.wide.upper < outer.wide.upper)
        let within = units.count {
            inner.wide.lower <= $0.events / $0.size && $0.events / $0.size <= inner.wide.upper
        }
        // Of the scores 1.96 × √(0.01118² + 0.0407²) / √(0.01118² + 0.05²) = 1.61: 89 percent.
        #expect((340...375).contains(within), "\(within) of 400 within the wide limits")
    }

    private func funnelShare(_ angle: Double) -> Double {
        // sin² by its series, so that the test does not lean on the code it tests.
        let cosine = (0..<12).reduce((term: 1.0, sum: 0.0)) { state, index in
            let next = -state.term * 4 * angle * angle / Double((2 * index + 1) * (2 * index + 2))
            return (next, state.sum + state.term)
        }.sum
        return (1 - cosine) / 2
    }

    @Test func `units with few expected events say nothing about the spread`() {
        let small = (0..<50).map { _ in (events: 12.0, size: 40.0) }
        let found = funnel(small, target: 0.2)
        #expect(found.counted == 0)
        #expect(found.phi.isNaN)
        #expect(found.tau2 == 0)
    }

    @Test func `a place is told only when rounding cannot change it`() {
        let found = funnel([], target: 0.2)
        let inner = found.limits(size: 100).inner.exact
        let outer = found.limits(size: 100).outer.exact
        #expect(found.place(Interval(0.19, 0.21), size: 100) == .inside)
        let between = (inner.upper + outer.upper) / 2
        #expect(found.place(Interval(between, between), size: 100) == .between)
        #expect(found.place(Interval(outer.upper + 0.01, outer.upper + 0.02), size: 100) == .beyond)
        #expect(found.place(Interval(inner.upper - 0.01, inner.upper + 0.01), size: 100) == .untold)
        // From below the lower to above the upper limit is no place at all.
        #expect(found.place(Interval(0, 0.9), size: 100) == .untold)
    }
}
