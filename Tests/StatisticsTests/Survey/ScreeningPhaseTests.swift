import Statistics
import Testing

struct ScreeningPhaseTests {
    /// Every subset of a size.
    static func subsets(_ size: Int, of items: [Int]) -> [[Int]] {
        if size == 0 { return [[]] }
        guard let first = items.first, items.count >= size else { return [] }
        let rest = Array(items.dropFirst())
        return subsets(size - 1, of: rest).map { [first] + $0 } + subsets(size, of: rest)
    }

    static func design(
        weights: [Double],
        units: [String],
        files: [String],
        population: [Double]
    ) throws -> SurveyDesign {
        try SurveyDesign(
            weights: weights,
            psu: units,
            ssu: files,
            populations: [units.map { _ in 1 }, population]
        )
    }

    @Test func `over every sample there is, the variance is right on average`() throws {
        // One organisation taken for certain, six files in two classes; four are looked at, and in
        // each class two are kept when there are more. All 15 first samples and every second one.
        let values = [3.0, 7, 1, 12, 9, 4]
        let isRare = [true, true, true, false, false, false]
        var estimates: [(value: Double, chance: Double)] = []
        var variances = 0.0
        let firsts = Self.subsets(4, of: Array(0..<6))
        for first in firsts {
            let classes = [first.filter { isRare[$0] }, first.filter { !isRare[$0] }]
            let seconds = classes.map { Self.subsets(min(2, $0.count), of: $0) }
            let chance = 1 / Double(firsts.count * seconds[0].count * seconds[1].count)
            for rare in seconds[0] {
                for other in seconds[1] {
                    let kept = rare + other
                    let screened = kept.map { Double(classes[isRare[$0] ? 0 : 1].count) }
                    let sizes = kept.map { Double(isRare[$0] ? rare.count : other.count) }
                    let weights = zip(screened, sizes).map { 6.0 / 4 * $0 / $1 }
                    var design = try Self.design(
                        weights: weights,
                        units: kept.map { _ in "a" },
                        files: kept.map(String.init),
                        population: kept.map { _ in 6 }
                    ).screened(into: kept.map { isRare[$0] ? "rare" : "other" }, screened: screened)
                    design.lonelyUnits = .remove
                    let total = design.total([kept.map { values[$0] }]).estimates[0]
                    estimates.append((try #require(total.estimate), chance))
                    variances += chance * (try #require(total.variance))
                }
            }
        }
        let mean = estimates.reduce(0) { $0 + $1.chance * $1.value }
        let truth = estimates.reduce(0) {
            $0 + $1.chance * ($1.value - mean) * ($1.value - mean)
        }
        #expect(abs(mean - values.reduce(0, +)) < 1e-9)
        #expect(abs(variances - truth) < 1e-9 * truth)
    }

    @Test func `with every screened file kept it is the two-stage design`() throws {
        var chance = SeededGenerator(seed: 4)
        var units: [String] = []
        var files: [String] = []
        var classes: [String] = []
        var screened: [Double] = []
        var values: [Double] = []
        var population: [Double] = []
        for unit in 0..<5 {
            let sizes = [3, 4]
            for (place, size) in sizes.enumerated() {
                for file in 0..<size {
                    units.append("\(unit)")
                    files.append("\(unit)-\(place)-\(file)")
                    classes.append("\(place)")
                    screened.append(Double(size))
                    values.append(chance.normal() + Double(unit))
                    population.append(20)
                }
            }
        }
        let plain = try SurveyDesign(
            weights: units.map { _ in 20.0 / 7 * 4 },
            psu: units,
            ssu: files,
            populations: [units.map { _ in 20 }, population]
        )
        let phased = try plain.screened(into: classes, screened: screened)
        let left = try #require(plain.mean([values]).estimates[0].variance)
        let right = try #require(phased.mean([values]).estimates[0].variance)
        #expect(abs(left - right) < 1e-12 * left)
    }

    @Test func `strata within a unit are strata of the second stage`() throws {
        // Särndal et al. 1992, result 4.3.1 by hand: a unit seen for certain, two strata of four
        // and six files, two drawn of each: Σ N²(1 − n/N) s² ÷ n.
        let design = try SurveyDesign(
            weights: [2, 2, 3, 3],
            psu: ["a", "a", "a", "a"],
            ssu: ["1", "2", "3", "4"],
            ssuStrata: ["x", "x", "y", "y"],
            populations: [[1, 1, 1, 1], [4, 4, 6, 6]]
        )
        let found = design.total([[1, 3, 10, 16]]).estimates[0]
        #expect(found.estimate == 86)
        let x = 16 * 0.5 * 2.0 / 2
        let y = 36 * (2.0 / 3) * 18.0 / 2
        #expect(abs(try #require(found.variance) - (x + y)) < 1e-9)
    }

    @Test func `numbers that do not fit are refused`() throws {
        let design = try Self.design(
            weights: [1, 1],
            units: ["a", "a"],
            files: ["1", "2"],
            population: [2, 2]
        )
        #expect(
            throws: StatisticsError.outOfRange(
                row: 2,
                column: "screened",
                expected: "one number in each class, at least that of its rows"
            )
        ) { try design.screened(into: ["x", "x"], screened: [1, 1]) }
        let single = try SurveyDesign(weights: [1, 1])
        #expect(
            throws: StatisticsError.unsuited(
                expected: "a second stage, in which elements were screened"
            )
        ) { try single.screened(into: ["x", "x"], screened: [2, 2]) }
    }
}
