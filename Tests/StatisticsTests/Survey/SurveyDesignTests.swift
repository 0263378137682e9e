import Statistics
import Testing

/// Designs made by chance, and the variance of a total the slow way: differences of all pairs.
struct SurveyDesignTests {
    struct Made {
        var strata: [String] = []
        var psu: [String] = []
        var ssu: [String] = []
        var weights: [Double] = []
        var fpc: [Double] = []
        var fpc2: [Double] = []
        var values: [Double] = []

        init(seed: UInt64) {
            var chance = SeededGenerator(seed: seed)
            for stratum in 0..<(2 + chance.index(below: 4)) {
                let units = 2 + chance.index(below: 4)
                let size = Double(units + chance.index(below: 9))
                for unit in 0..<units {
                    let inner = 2 + chance.index(below: 3)
                    let innerSize = Double(inner + chance.index(below: 5))
                    for element in 0..<inner {
                        strata.append("s\(stratum)")
                        psu.append("u\(unit)")
                        ssu.append("e\(element)")
                        weights.append(1 + chance.uniform() * 9)
                        fpc.append(size)
                        fpc2.append(innerSize)
                        values.append(chance.normal() * 3 + 10)
                    }
                }
            }
        }

        var design: SurveyDesign {
            get throws {
                try SurveyDesign(
                    weights: weights,
                    strata: strata,
                    psu: psu,
                    ssu: ssu,
                    populations: [fpc, fpc2]
                )
            }
        }

        /// (1 − f)/(n − 1) Σ over pairs of (difference of totals)², per stratum and stage.
        var slowVariance: Double {
            var sum = 0.0
            for stratum in Set(strata) {
                let rows = strata.indices.filter { strata[$0] == stratum }
                let units = Set(rows.map { psu[$0] })
                let size = fpc[rows[0]]
                let totals = units.map { unit in
                    rows.filter { psu[$0] == unit }.reduce(0) { $0 + weights[$1] * values[$1] }
                }
                sum += pairs(totals) * (1 - Double(units.count) / size)
                for unit in units {
                    let inside = rows.filter { psu[$0] == unit }
                    let parts = inside.map { weights[$0] * values[$0] }
                    let fraction = 1 - Double(inside.count) / fpc2[inside[0]]
                    sum += Double(units.count) / size * pairs(parts) * fraction
                }
            }
            return sum
        }

        private func pairs(_ totals: [Double]) -> Double {
            var sum = 0.0
            for left in totals.indices {
                for right in totals.indices where right > left {
                    sum += (totals[left] - totals[right]) * (totals[left] - totals[right])
                }
            }
            return sum / Double(totals.count - 1)
        }
    }

    @Test(arguments: 1...40)
    func `the variance of a total is that of its slow twin`(_ seed: Int) throws {
        let made = Made(seed: UInt64(seed))
        let found = try #require(try made.design.total([made.values]).estimates[0].variance)
        #expect(abs(found - made.slowVariance) <= 1e-12 * made.slowVariance)
    }

    @Test(arguments: 1...10)
    func `the jackknife of a total is its linearised variance at the first stage`(
        _ seed: Int
    ) throws {
        let made = Made(seed: UInt64(seed))
        var design = try made.design
        design.varianceStages = .ultimateCluster
        let linear = try #require(design.total([made.values]).estimates[0].variance)
        let jackknife = try design.jackknife().total([made.values]).estimates[0].variance
        #expect(abs(try #require(jackknife) - linear) <= 1e-11 * linear)
    }

    @Test func `half-samples of a total give its linearised variance`() throws {
        var chance = SeededGenerator(seed: 5)
        let strata = (0..<22).map { "s\($0 / 2)" }
        let weights = strata.map { _ in 1 + chance.uniform() }
        let values = strata.map { _ in chance.normal() }
        let design = try SurveyDesign(weights: weights, strata: strata)
        let linear = try #require(design.total([values]).estimates[0].variance)
        for rho in [0, 0.3, 0.7] {
            let halves = try design.balancedHalves(rho: rho).total([values])
            #expect(abs(try #require(halves.estimates[0].variance) - linear) <= 1e-11 * linear)
        }
    }

    @Test func `rows in another order give the same estimates to the last digits`() throws {
        let made = Made(seed: 3)
        let order = Array(made.values.indices.reversed())
        let turned = try SurveyDesign(
            weights: order.map { made.weights[$0] },
            strata: order.map { made.strata[$0] },
            psu: order.map { made.psu[$0] },
            ssu: order.map { made.ssu[$0] },
            populations: [order.map { made.fpc[$0] }, order.map { made.fpc2[$0] }]
        )
        let one = try made.design.mean([made.values]).estimates[0]
        let other = turned.mean([order.map { made.values[$0] }]).estimates[0]
        let left = try #require(one.standardError)
        let right = try #require(other.standardError)
        #expect(abs(left - right) <= 1e-13 * left)
    }

    @Test func `a stratum seen whole adds nothing`() throws {
        let design = try SurveyDesign(
            weights: [1, 1, 2, 2],
            strata: ["whole", "whole", "part", "part"],
            populations: [[2, 2, 4, 4]]
        )
        // (1 − 2/4) · 2/(2 − 1) · ((6 − 8)² + (10 − 8)²)
        #expect(design.total([[100, 7, 3, 5]]).estimates[0].variance == 8)
    }

    @Test func `a lonely unit makes the variance undefined, and says what to do`() throws {
        let design = try SurveyDesign(weights: [1, 1, 1], strata: ["a", "a", "b"])
        let found = design.mean([[1, 2, 3]])
        #expect(found.estimates[0].estimate == 2)
        #expect(found.estimates[0].variance == nil)
        #expect(
            found.warnings == [
                "A stratum has only one unit at stage 1, so the variance is undefined; choose "
                    + "adjust, average, certainty or remove."
            ]
        )
    }

    @Test func `an empty domain estimates nothing and says so`() throws {
        let design = try SurveyDesign(weights: [1, 1, 1]).domain([false, false, false])
        let found = design.mean([[1, 2, 3]])
        #expect(found.estimates[0].estimate == nil)
        #expect(
            found.warnings.contains("There are no rows in the domain, so nothing is estimated.")
        )
        #expect(design.degreesOfFreedom == 0)
    }

    @Test func `a ratio to nothing is undefined`() throws {
        let found = try SurveyDesign(weights: [1, 1]).ratio([1, 2], [0, 0])
        #expect(found.estimates[0].estimate == nil)
        #expect(
            found.warnings == ["The total of the denominator is 0, so the ratio is undefined."]
        )
    }

    @Test func `a population smaller than the sample is refused with its row`() {
        #expect(
            throws: StatisticsError.outOfRange(
                row: 2,
                column: "fpc",
                expected: "at least the number of units drawn, or a fraction above 0 up to 1"
            )
        ) { try SurveyDesign(weights: [1, 1, 1], populations: [[2, 2, 2]]) }
    }

    @Test func `a population size that changes within a stratum is refused`() {
        #expect(
            throws: StatisticsError.outOfRange(
                row: 4,
                column: "fpc",
                expected: "one value in each stratum"
            )
        ) { try SurveyDesign(weights: [1, 1, 1], populations: [[9, 9, 8]]) }
    }

    @Test func `a negative weight is refused`() {
        #expect(
            throws: StatisticsError.outOfRange(
                row: 3,
                column: "weight",
                expected: "a number, 0 or more"
            )
        ) { try SurveyDesign(weights: [1, -1]) }
    }

    @Test func `weight and prob together are refused`() {
        let table = DataTable(numbers: ["weight": [1, 1], "prob": [1, 1], "value": [1, 2]])
        #expect(
            throws: StatisticsError.unsuited(expected: "a column weight or a column prob, not both")
        ) {
            try StatMethod.named("survey-mean").run(table)
        }
    }

    @Test func `no weights and no population sizes are refused with what to give`() {
        let table = DataTable(numbers: ["value": [1, 2]])
        #expect(
            throws: StatisticsError.unsuited(
                expected: "a column weight or prob, or a population size at each stage"
            )
        ) { try StatMethod.named("survey-mean").run(table) }
    }

    @Test func `missing values are estimated as a domain, and counted`() throws {
        let table = DataTable(numbers: ["weight": [1, 1, 1, 1], "value": [1, nil, 3, 5]])
        let result = try StatMethod.named("survey-mean").run(table)
        #expect(result.number("rows", "0", "estimate") == 3)
        #expect(
            result.warnings == [
                "1 of 4 rows have a missing value; the rest is estimated as a domain."
            ]
        )
        #expect(
            result.convention
                == "no finite population correction; lonely psu fail; t with design df 3; Hájek; "
                + "design effect without-replacement"
        )
    }
}
