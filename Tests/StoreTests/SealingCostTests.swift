import Store
import Testing

@Suite("What sealing costs")
struct SealingCostTests {
    @Test func `it is measured both ways, and is the share by which sealing takes longer`() throws {
        let cost = try SealingCost.measure(chunks: 2, rounds: 1)
        #expect(cost.sealed > 0 && cost.bare > 0)
        #expect(abs(cost.percent - (cost.sealed - cost.bare) / cost.bare * 100) < 1e-9)
    }
}
