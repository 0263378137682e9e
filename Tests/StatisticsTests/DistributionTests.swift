import Foundation
import Statistics
import Testing

@Suite("Distributions and linear algebra")
struct DistributionTests {
    @Test func `tables every textbook has`() {
        #expect(abs(Normal.quantile(upper: 0.025) - 1.959963984540054) < 1e-14)
        #expect(abs(StudentT.quantile(upper: 0.025, df: 10) - 2.2281388519862739) < 1e-12)
        #expect(abs(ChiSquared.quantile(upper: 0.05, df: 1) - 3.841458820694124) < 1e-12)
        #expect(abs(FisherF.quantile(upper: 0.05, df1: 3, df2: 20) - 3.0983912121407795) < 1e-12)
        #expect(Hypergeometric.density(1, white: 3, drawn: 2, all: 6) == 0.6)
    }

    @Test func `outside the domain there is no number and nothing crashes`() {
        #expect(Normal.quantile(lower: 1.5).isNaN)
        #expect(StudentT.lower(1, df: -1).isNaN)
        #expect(Beta.quantile(lower: 0.5, a: -1, b: 2).isNaN)
        #expect(Binomial.lower(3, trials: -2, probability: 0.5).isNaN)
        #expect(Poisson.lower(-1, mean: 2).isNaN)
        #expect(Hypergeometric.lower(1, white: 9, drawn: 2, all: 6).isNaN)
        #expect(Normal.lower(.nan).isNaN)
    }

    @Test func `a quantile of counts is the smallest with enough below it`() {
        for p in [0.001, 0.025, 0.3, 0.5, 0.975, 0.999] {
            let count = Binomial.quantile(lower: p, trials: 37, probability: 0.21)
            #expect(Binomial.lower(count, trials: 37, probability: 0.21) >= p)
            #expect(count == 0 || Binomial.lower(count - 1, trials: 37, probability: 0.21) < p)
            let mean = Poisson.quantile(lower: p, mean: 6.5)
            #expect(Poisson.lower(mean, mean: 6.5) >= p)
            #expect(mean == 0 || Poisson.lower(mean - 1, mean: 6.5) < p)
        }
    }

    @Test func `quantiles turn tails back`() {
        for p in [1e-12, 0.01, 0.4, 0.9] {
            #expect(abs(Normal.upper(Normal.quantile(upper: p)) / p - 1) < 1e-12)
            #expect(
                abs(Gamma.lower(Gamma.quantile(lower: p, shape: 2.5), shape: 2.5) / p - 1) < 1e-10
            )
            let t = NoncentralT.quantile(lower: p, df: 12, noncentrality: 1.5)
            #expect(abs(NoncentralT.lower(t, df: 12, noncentrality: 1.5) / p - 1) < 1e-8)
        }
    }

    @Test func `solving, factors and eigenvalues give the matrix back`() throws {
        var random = SeededGenerator(seed: 1)
        for size in 1...8 {
            let rows = (0..<size + 3).map { _ in (0..<size).map { _ in random.normal() } }
            let x = Matrix(rowsOf: rows)
            let a = x.transposed * x
            let right = (0..<size).map { _ in random.normal() }
            let solved = a * (try #require(a.solve(right)))
            #expect(zip(solved, right).allSatisfy { abs($0 - $1) < 1e-8 })
            let factor = try #require(a.choleskyFactor())
            let back = factor * factor.transposed
            #expect(zip(back.storage, a.storage).allSatisfy { abs($0 - $1) < 1e-10 })
            let inverse = try #require(a.inverseOfPositiveDefinite())
            let one = a * inverse
            #expect((0..<size).allSatisfy { abs(one[$0, $0] - 1) < 1e-8 })
            let (values, vectors) = try #require(a.symmetricEigen())
            let again = vectors * Matrix(diagonal: values) * vectors.transposed
            #expect(zip(again.storage, a.storage).allSatisfy { abs($0 - $1) < 1e-10 })
            let targets = x * right
            let (found, rank) = try #require(x.leastSquares(targets))
            #expect(rank == size)
            #expect(zip(found, right).allSatisfy { abs($0 - $1) < 1e-9 })
        }
    }

    @Test func `what cannot be done is nil, and empty matrices do no harm`() {
        let flat = Matrix(rowsOf: [[1, 2], [2, 4]])
        #expect(flat.solve([1, 1]) == nil)
        #expect(Matrix(rowsOf: [[0, 0], [0, -1]]).choleskyFactor() == nil)
        #expect(flat.leastSquares([1, 2])?.rank == 1)
        let none = Matrix(rows: 0, columns: 0)
        #expect(none.solve([]) == [])
        #expect(none.symmetricEigen()?.values == [])
    }

    @Test func `the generator is SplitMix64 and draws evenly`() {
        var random = SeededGenerator(seed: 1_234_567)
        // Vigna's reference implementation, seed 1234567.
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.index(below: 7)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
        let normals = (0..<20_000).map { _ in random.normal() }
        #expect(abs(normals.reduce(0, +) / 20_000) < 0.03)
    }
}
