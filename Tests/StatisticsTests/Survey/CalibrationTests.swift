import Statistics
import Testing

struct CalibrationTests {
    @Test(arguments: [
        CalibrationFunction.linear(lower: -.infinity, upper: .infinity),
        .raking(lower: 0, upper: .infinity),
        .logit(lower: 0.2, upper: 4),
        .linear(lower: 0.4, upper: 2.5),
    ])
    func `the totals are met`(_ function: CalibrationFunction) throws {
        var chance = SeededGenerator(seed: 12)
        let size = (0..<80).map { _ in 1 + chance.uniform() * 4 }
        let ones = size.map { _ in 1.0 }
        let design = try SurveyDesign(weights: ones.map { $0 * 10 })
        let totals = [850, 850 * 3.1]
        let found = try design.calibrated(to: totals, of: [ones, size], function)
        let sums = found.total([ones, size]).estimates
        #expect(abs(try #require(sums[0].estimate) - totals[0]) < 1e-6)
        #expect(abs(try #require(sums[1].estimate) - totals[1]) < 1e-6)
        // What is known has no error left.
        #expect(try #require(sums[1].variance) < 1e-9)
    }

    @Test func `bounds that are no pair round 1 are refused`() {
        let table = DataTable(numbers: ["weight": [1, 1], "value": [1, 2]])
        let totals = DataTable(numbers: ["variable": [1], "cell": [1], "total": [4]])
        for bounds in [[0.5], [1.2, 2], [0.5, 0.9]] {
            #expect(
                throws: StatisticsError.badOption(
                    name: "bounds",
                    expected: "a number below 1 and a number above 1"
                )
            ) {
                try StatMethod.named("survey-calibrate").run(
                    table,
                    options: .object([
                        "bounds": .array(bounds.map { .number($0) }),
                        "method": .string("margins"),
                    ]),
                    tables: ["totals": totals]
                )
            }
        }
    }

    @Test func `totals that the bounds cannot reach are refused`() throws {
        let design = try SurveyDesign(weights: [10, 10, 10])
        #expect(
            throws: StatisticsError.unsuited(
                expected:
                    "totals that weights within the bounds can meet; the calibration found none"
            )
        ) {
            try design.calibrated(to: [90], of: [[1, 1, 1]], .logit(lower: 0.5, upper: 2))
        }
    }

    @Test func `a post-stratum without rows is refused`() throws {
        let design = try SurveyDesign(weights: [10, 10])
        #expect(
            throws: StatisticsError.unsuited(
                expected: "rows in each cell that has a size in the population"
            )
        ) { try design.postStratified(by: ["a", "a"], sizes: ["a": 20, "b": 5]) }
        #expect(
            throws: StatisticsError.unsuited(
                expected: "a size above 0 in the population for each cell with rows"
            )
        ) { try design.postStratified(by: ["a", "b"], sizes: ["a": 20]) }
    }

    @Test func `post-stratification is calibration on cells`() throws {
        var chance = SeededGenerator(seed: 9)
        let cells = (0..<60).map { "c\($0 % 3)" }
        let values = cells.map { _ in chance.normal() }
        let design = try SurveyDesign(weights: cells.map { _ in 5 })
        let sizes = ["c0": 80.0, "c1": 120, "c2": 100]
        let post = try design.postStratified(by: cells, sizes: sizes).mean([values]).estimates[0]
        let columns = ["c0", "c1", "c2"].map { name in cells.map { $0 == name ? 1.0 : 0 } }
        let greg = try design.calibrated(to: [80, 120, 100], of: columns)
            .mean([values]).estimates[0]
        let left = try #require(post.variance)
        let right = try #require(greg.variance)
        #expect(abs(left - right) <= 1e-10 * right)
    }
}
