import Statistics
import Testing

struct SampleSizeTests {
    @Test func `the textbook size for a proportion is 385`() {
        // 1.96² · 0.25 ÷ 0.05² = 384.16; Cochran 1977, §4.4.
        let n = SampleSize.proportion(0.5, margin: 0.05, level: 0.95)
        #expect(abs(n - 384.14588) < 1e-4)
    }

    @Test func `a population of everyone needs no more than it has`() {
        #expect(SampleSize.proportion(0.5, margin: 1e-9, level: 0.95, population: 300) <= 300)
        #expect(SampleSize.mean(deviation: 5, margin: 1e-9, level: 0.95, population: 300) <= 300)
    }

    @Test func `power at the size that was worked out is the power that was wanted`() {
        for power in [0.5, 0.8, 0.95] {
            let n = SampleSize.twoMeans(difference: 1, deviation: 3, level: 0.95, power: power)
            let found = Power.twoMeans(difference: 1, deviation: 3, perGroup: n, level: 0.95)
            #expect(abs(found - power) < 1e-9)
            let m = SampleSize.twoProportions(0.2, 0.3, level: 0.95, power: power)
            #expect(abs(Power.twoProportions(0.2, 0.3, perGroup: m, level: 0.95) - power) < 1e-9)
        }
    }

    @Test func `simulated tests find the difference as often as the power says`() {
        var chance = SeededGenerator(seed: 41)
        let critical = StudentT.quantile(upper: 0.025, df: 58)
        var found = 0
        for _ in 0..<2000 {
            let first = (0..<30).map { _ in chance.normal() }
            let second = (0..<30).map { _ in 0.7 + chance.normal() }
            let a = ReliableChange.Norm(of: first)
            let b = ReliableChange.Norm(of: second)
            let variance = (a.deviation * a.deviation + b.deviation * b.deviation) / 30
            if abs(a.mean - b.mean) > critical * variance.squareRoot() { found += 1 }
        }
        let power = Power.twoMeans(difference: 0.7, deviation: 1, perGroup: 30, level: 0.95)
        // Three standard errors of a share of 2 000.
        #expect(abs(Double(found) / 2000 - power) < 0.033)
    }

    @Test func `clusters, response and groups are told apart`() throws {
        let table = DataTable(numbers: [
            "proportion": [0.5], "margin": [0.05], "cluster-size": [11], "icc": [0.1],
            "response": [0.5],
        ])
        let result = try StatMethod.named("sample-size").run(table)
        #expect(result.number("rows", "0", "deff") == 2)
        #expect(result.number("rows", "0", "cases") == 769)
        #expect(result.number("rows", "0", "to-approach") == 1538)
        #expect(
            result.convention
                == "proportion; sizes in total; wald; cluster effect 1 + (m - 1) icc after correction"
        )
        let groups = DataTable(numbers: ["proportion": [0.5], "proportion2": [0.75]])
        let pair = try StatMethod.named("sample-size").run(
            groups,
            options: .object(["goal": .string("two-proportions")])
        )
        #expect(pair.number("rows", "0", "cases") == 58)
        #expect(pair.number("rows", "0", "cases-total") == 116)
    }

    @Test func `a question without its number is refused with its row`() {
        let table = DataTable(numbers: ["proportion": [0.5]])
        #expect(
            throws: StatisticsError.outOfRange(
                row: 2,
                column: "margin",
                expected: "a number above 0"
            )
        ) { try StatMethod.named("sample-size").run(table) }
    }
}
