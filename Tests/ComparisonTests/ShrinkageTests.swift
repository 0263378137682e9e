import Comparison
import Statistics
import Testing

@Suite("Shrinkage and peers")
struct ShrinkageTests {
    @Test func `shrunken figures lie nearer to the truth than raw ones`() throws {
        var random = SeededGenerator(seed: 21)
        // True ratios are gamma with shape and rate 16: mean 1, standard deviation 0.25.
        let truth = (0..<300).map { _ in
            Gamma.quantile(lower: random.uniform(), shape: 16, scale: 1.0 / 16)
        }
        let expected = truth.indices.map { 20 + Double($0 % 30) }
        let observed = zip(truth, expected).map { random.poisson($0 * $1) }
        let found = Shrinkage(
            units: zip(observed, expected).map { ($0, $1) },
            leastExpected: 20,
            leastUnits: 10
        )
        var raw = 0.0
        var shrunken = 0.0
        var covered = 0
        for index in truth.indices {
            let one = try #require(
                found.ratio(
                    observed: CountRange(exactly: observed[index]),
                    expected: CountRange(exactly: expected[index])
                )
            )
            let error = observed[index] / expected[index] - truth[index]
            raw += error * error
            shrunken += (one.value - truth[index]) * (one.value - truth[index])
            if one.limits.lower <= truth[index], truth[index] <= one.limits.upper { covered += 1 }
        }
        #expect(shrunken < 0.8 * raw, "\(shrunken) against \(raw)")
        #expect((273...297).contains(covered), "\(covered) of 300 within 95 %")
    }

    @Test func `equal units have no spread and no shrunken figure`() {
        let found = Shrinkage(
            units: (0..<50).map { _ in (30.0, 30.0) },
            leastExpected: 20,
            leastUnits: 10
        )
        #expect(!found.hasSpread)
        let one = CountRange(exactly: 30)
        #expect(found.ratio(observed: one, expected: one) == nil)
    }

    @Test func `the nearest are nearest in standard deviations, equal ones by code`() {
        // Standard deviations are 1 and 10 by construction: 1, 2, 3 and 10, 20, 30 over three.
        let groups = PeerGroups([
            .init(name: "a", values: ["GM0001": 1, "GM0002": 2, "GM0003": 3]),
            .init(name: "b", values: ["GM0001": 10, "GM0002": 20, "GM0003": 30]),
        ])
        let near = groups.neighbours(of: "GM0002", count: 5)
        #expect(near.map(\.code) == ["GM0001", "GM0003"])
        #expect(near.allSatisfy { abs($0.distance - 2.0.squareRoot()) < 1e-12 })
        #expect(groups.neighbours(of: "GM9999", count: 5).isEmpty)
    }

    @Test func `who lacks a characteristic is nobody's neighbour`() {
        let groups = PeerGroups([
            .init(name: "a", values: ["GM0001": 1, "GM0002": 2, "GM0003": .nan, "GM0004": 4])
        ])
        #expect(groups.neighbours(of: "GM0001", count: 9).map(\.code) == ["GM0002", "GM0004"])
        #expect(groups.neighbours(of: "GM0003", count: 9).isEmpty)
    }
}
