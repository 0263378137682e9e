import Statistics
import Testing

struct ProportionTests {
    // Brown, Cai and DasGupta 2001, table 5 (n = 10, 95 %): the limits of Wilson, to three places.
    @Test(arguments: [(0, 0.0, 0.278), (1, 0.018, 0.404), (2, 0.057, 0.510), (5, 0.237, 0.763)])
    func `Wilson's limits are those of the literature`(_ x: Int, _ lower: Double, _ upper: Double) {
        let limits = ProportionInterval.wilson.limits(successes: Double(x), of: 10)
        #expect(abs(limits.lower - lower) < 0.0006)
        #expect(abs(limits.upper - upper) < 0.0006)
    }
}
