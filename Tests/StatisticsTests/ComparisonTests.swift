import Statistics
import Testing

@Suite("Comparing units")
struct ComparisonTests {
    // Garwood 1936, and every table of Poisson limits since: 15 events, 95 %.
    @Test func `exact limits of a count are those of the tables`() {
        let limits = RatioInterval.exact.limits(observed: 15, expected: 1)
        #expect(abs(limits.lower - 8.395) < 5e-4 && abs(limits.upper - 24.740) < 5e-4)
    }

    @Test(arguments: RatioInterval.allCases)
    func `no events have a lower limit of 0 and nothing expected has no limits`(
        _ kind: RatioInterval
    ) {
        let none = kind.limits(observed: 0, expected: 2)
        #expect(none.lower == 0 && none.upper > 0 && none.upper.isFinite)
        #expect(kind.limits(observed: 3, expected: 0).upper.isNaN)
    }

    @Test func `exact limits are wider than mid-P and cover at least what they say`() {
        var random = SeededGenerator(seed: 5)
        var exact = 0
        var mid = 0
        for _ in 0..<2000 {
            let mean = 0.5 + 12 * random.uniform()
            let x = Poisson.quantile(lower: random.uniform(), mean: mean)
            let wide = RatioInterval.exact.limits(observed: x, expected: 1)
            let narrow = RatioInterval.midP.limits(observed: x, expected: 1)
            #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper)
            exact += wide.lower <= mean && mean <= wide.upper ? 1 : 0
            mid += narrow.lower <= mean && mean <= narrow.upper ? 1 : 0
        }
        #expect(exact >= 1900)
        #expect(mid > 1860 && mid < 1960)
    }

    @Test func `a rate with equal rates in all strata is that rate, and unknown without people`() {
        let even = DirectStandardisation(
            events: [2, 4, 8],
            population: [100, 200, 400],
            standard: [5, 1, 9]
        )
        #expect(abs((even?.rate ?? 0) - 0.02) < 1e-15)
        let hole = DirectStandardisation(events: [0, 1], population: [0, 9], standard: [1, 1])
        #expect(hole == nil)
        let unused = DirectStandardisation(events: [0, 1], population: [0, 9], standard: [0, 1])
        #expect(unused?.rate == 1.0 / 9)
    }

    @Test func `standardise says why a rate is unknown`() throws {
        let result = try StatMethod.named("standardise").run(
            DataTable(csv: "events,population,standard,group\n0,0,5,a\n1,9,5,a\n"),
            options: .object(["method": .string("direct")])
        )
        #expect(
            result.warnings == [
                "Group a: a stratum with weight has no population, so its rate is unknown."
            ]
        )
        #expect(result.json.contains("\"rate\": null"))
    }

    @Test func `indirect standardisation adds up strata and takes rates or expected counts`() throws
    {
        let byRate = try StatMethod.named("standardise").run(
            DataTable(csv: "group,events,population,rate\na,3,100,0.01\na,5,300,0.02\nb,0,10,0.1\n")
        )
        #expect(byRate.number("groups", "0", "observed") == 8)
        #expect(byRate.number("groups", "0", "expected") == 7)
        #expect(byRate.number("groups", "1", "lower") == 0)
        let byCount = try StatMethod.named("standardise").run(
            DataTable(csv: "group,events,expected\na,8,7\n")
        )
        #expect(byCount.number("groups", "0", "upper") == byRate.number("groups", "0", "upper"))
    }

    @Test func `a tenth of 500 fair units at most lies outside limits of 95 percent`() throws {
        var random = SeededGenerator(seed: 12)
        var x: [Double] = []
        var n: [Double] = []
        for _ in 0..<500 {
            let size = Double(30 + random.index(below: 900))
            n.append(size)
            x.append(Binomial.quantile(lower: random.uniform(), trials: size, probability: 0.2))
        }
        let result = try StatMethod.named("funnel").run(DataTable(numbers: ["x": x, "n": n]))
        let outside = (0..<500).filter { row in
            let value = x[row] / n[row]
            let lower = result.number("rows", "\(row)", "limits", "0", "lower") ?? .nan
            let upper = result.number("rows", "\(row)", "limits", "0", "upper") ?? .nan
            return value < lower || value > upper
        }
        #expect(outside.count > 10 && outside.count < 40)
        #expect(abs((result.number("phi") ?? 0) - 0.8) < 0.2)
        #expect((result.number("tau2") ?? 1) < 0.0005)
    }

    @Test func `over-dispersion comes back from simulated units`() {
        var random = SeededGenerator(seed: 3)
        var scores: [Double] = []
        var errors: [Double] = []
        for _ in 0..<4000 {
            let error = 0.02 + 0.05 * random.uniform()
            errors.append(error)
            scores.append((0.1 * random.normal() + error * random.normal()) / error)
        }
        let found = OverDispersion(scores: scores, errors: errors, extremes: .keep, share: 0.1)
        #expect(abs(found.tau2.squareRoot() - 0.1) < 0.005)
    }

    @Test func `a unit without size has no limits and is named`() throws {
        let result = try StatMethod.named("funnel").run(
            DataTable(csv: "x,n,group\n0,0,a\n3,10,b\n5,20,c\n")
        )
        #expect(result.warnings.first == "Row 2 has no n: it has no value and no limits.")
        #expect(result.json.contains("\"flag\": null"))
    }

    @Test func `shrinkage brings ratios nearer to the truth`() throws {
        var random = SeededGenerator(seed: 77)
        var raw = 0.0
        var shrunken = 0.0
        var truths: [Double] = []
        var observed: [Double] = []
        var expected: [Double] = []
        for _ in 0..<300 {
            let truth = Gamma.quantile(lower: random.uniform(), shape: 8, scale: 1 / 8.0)
            let size = 1 + 20 * random.uniform()
            truths.append(truth)
            expected.append(size)
            observed.append(Poisson.quantile(lower: random.uniform(), mean: truth * size))
        }
        let fit = try #require(GammaPoisson(observed: observed, expected: expected))
        for row in truths.indices {
            raw += abs(observed[row] / expected[row] - truths[row])
            shrunken += abs(fit.ratios[row] - truths[row])
        }
        #expect(shrunken < 0.8 * raw)
        #expect(fit.nu > 5 && fit.nu < 13)
    }

    @Test func `shapes of a beta-binomial come back, and chance alone has none`() throws {
        var random = SeededGenerator(seed: 21)
        var successes: [Double] = []
        var chance: [Double] = []
        let trials = (0..<800).map { _ in Double(20 + random.index(below: 100)) }
        for n in trials {
            let share = Beta.quantile(lower: random.uniform(), a: 3, b: 9)
            successes.append(
                Binomial.quantile(lower: random.uniform(), trials: n, probability: share)
            )
            chance.append((n * 0.25).rounded())
        }
        let fit = try #require(BetaBinomial(successes: successes, trials: trials))
        #expect(abs(fit.a - 3) < 0.5 && abs(fit.b - 9) < 1.5)
        #expect(BetaBinomial(successes: chance, trials: trials) == nil)
    }

    @Test(arguments: ["gamma-poisson", "marshall", "beta-binomial", "normal"])
    func `units that do not differ are all given the common value`(_ model: String) throws {
        let csv =
            model == "normal"
            ? "estimate,se\n1,2\n1.1,2\n0.9,2\n" : "observed,expected\n10,100\n10,100\n10,100\n"
        let result = try StatMethod.named("empirical-bayes").run(
            DataTable(csv: csv),
            options: .object(["model": .string(model)])
        )
        #expect(
            result.warnings == [
                "Units do not differ more than chance alone lets them: every unit is given the "
                    + "common value."
            ]
        )
        #expect(
            result.number("rows", "0", "shrunken") == result.number("rows", "2", "shrunken")
        )
    }
}
