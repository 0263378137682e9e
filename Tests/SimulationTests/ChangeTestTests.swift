import Simulation
import Testing

struct ChangeTestTests {
    @Test func `the statistic is the difference over its error, worked out by hand`() {
        // Counts 100 and 110 before, 84 behind: rates 105 and 84, pooled 98; √(98 · 1.5) = 12.124.
        let counts = [100.0, 110, 84].map { Reading(value: $0, of: 1) }
        let found = ChangeTest.statistics(counts, baseline: 2, isShare: false)
        #expect(found.count == 1)
        #expect(abs(found[0] - (84.0 - 105) / 12.124_355_652_982_141) < 1e-12)
        #expect(abs((ChangeTest.change(counts, baseline: 2) ?? 0) + 0.2) < 1e-12)
        // Shares 50 and 40 of 100: pooled 0.45, √(0.45 · 0.55 · 2/100) = 0.07036.
        let shares = [50.0, 40].map { Reading(value: $0, of: 100) }
        let share = ChangeTest.statistics(shares, baseline: 1, isShare: true)
        #expect(abs(share[0] + 0.1 / (0.45 * 0.55 * 0.02).squareRoot()) < 1e-12)
    }

    @Test func `what was never seen has no change and no alarm`() {
        let nothing = [0.0, 0, 3].map { Reading(value: $0, of: 1) }
        #expect(ChangeTest.change(nothing, baseline: 2) == nil)
        let empty = [Reading(value: 0, of: 0), Reading(value: 0, of: 0)]
        #expect(ChangeTest.statistics(empty, baseline: 1, isShare: true) == [0])
    }

    @Test func `the limit is exceeded by no more than its share`() {
        let values = (1...100).map(Double.init)
        #expect(ChangeTest.limit(values, share: 0.05) == 95)
        #expect(ChangeTest.limit([3, 3, 3, 3], share: 0.25) == 3)
        #expect(ChangeTest.limit([], share: 0.05) == .infinity)
    }
}
