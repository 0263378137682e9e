import Statistics
import Testing

struct ReplicatesTests {
    static func design() throws -> (SurveyDesign, [[Double]]) {
        var chance = SeededGenerator(seed: 8)
        let strata = (0..<240).map { "s\($0 % 4)" }
        let psu = (0..<240).map { "\($0 / 4 % 15)" }
        let weights = strata.map { _ in 1 + chance.uniform() * 3 }
        let variables = (0..<9).map { _ in strata.map { _ in chance.normal() } }
        return (try SurveyDesign(weights: weights, strata: strata, psu: psu), variables)
    }

    @Test func `the bootstrap comes to the linearised error, and the same seed to the same`() throws
    {
        let (design, variables) = try Self.design()
        let linear = design.mean(variables)
        let one = try design.bootstrap(replicates: 3000, seed: 6).mean(variables)
        let again = try design.bootstrap(replicates: 3000, seed: 6).mean(variables)
        for place in variables.indices {
            let expected = try #require(linear.estimates[place].standardError)
            let found = try #require(one.estimates[place].standardError)
            // 3 000 replicates leave about 1.3 % of chance in a standard error.
            #expect(abs(found - expected) < 0.06 * expected)
        }
        #expect(one.estimates == again.estimates)
    }

    @Test func `the quick sums are those of each replicate's weights, row by row`() throws {
        let (design, variables) = try Self.design()
        let replicates = try design.bootstrap(replicates: 30, seed: 2)
        let quick = replicates.mean(variables)
        let slow = replicates.estimates { weights in
            variables.map { values in
                zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
            }
        }
        for place in variables.indices {
            let left = try #require(quick.estimates[place].variance)
            let right = try #require(slow.estimates[place].variance)
            #expect(abs(left - right) <= 1e-11 * right)
        }
    }

    @Test func `factors of the bootstrap add up to the units of each stratum`() throws {
        let (design, _) = try Self.design()
        let replicates = try design.bootstrap(replicates: 5, seed: 1)
        for replicate in 0..<5 {
            var sums = [0.0, 0, 0, 0]
            for unit in 0..<replicates.factors.rows {
                sums[design.stages[0].stratumOfUnit[unit]] += replicates.factors[unit, replicate]
            }
            for (stratum, sum) in sums.enumerated() {
                #expect(abs(sum - Double(design.stages[0].sampledOfStratum[stratum])) < 1e-9)
            }
        }
    }

    @Test func `with the correction a sample of everything does not vary`() throws {
        let design = try SurveyDesign(
            weights: [1, 1, 1, 1],
            populations: [[4, 4, 4, 4]]
        )
        let found = try design.bootstrap(replicates: 20, seed: 3, usesCorrection: true)
            .total([[1, 5, 2, 9]])
        #expect(abs(try #require(found.estimates[0].variance)) < 1e-20)
    }

    @Test func `half-samples need two units a stratum`() throws {
        let design = try SurveyDesign(weights: [1, 1, 1])
        #expect(throws: StatisticsError.unsuited(expected: "two units in each stratum")) {
            try design.balancedHalves()
        }
    }

    @Test func `replicates without an estimate are left out and counted`() throws {
        let replicates = ReplicateDesign(
            weights: [1, 1],
            replicateWeights: [[2, 0], [0, 2], [0, 0]],
            scales: [1, 1, 1]
        )
        let found = replicates.mean([[1, 3]])
        #expect(found.estimates[0].variance == 2)
        #expect(found.warnings == ["1 of 3 replicates gave nothing and were left out."])
    }
}
