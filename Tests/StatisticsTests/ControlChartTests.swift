import Statistics
import Testing

struct ControlChartTests {
    @Test func `limits stay within what is possible`() {
        let chart = ControlChart(.p, values: [1, 0, 2, 1], sizes: [10, 10, 12, 9])
        #expect(chart.points.allSatisfy { $0.limits.lower == 0 && $0.limits.upper <= 1 })
    }

    @Test func `a constant series has limits on its centre and no useful points`() throws {
        let result = try StatMethod.named("control-chart").run(
            DataTable(csv: "value\n5\n5\n5\n5\n"),
            options: .object(["chart": .string("xmr")])
        )
        #expect(result.number("groups", "0", "points", "0", "lower") == 5)
        #expect(result.number("groups", "0", "runs", "useful") == 0)
        #expect(
            result.warnings == ["The data: limits from fewer than 12 points are soft."]
        )
    }

    // By hand: above, above, on it, below, below, below, above: runs of 2, 3 and 1.
    @Test func `runs pass over the centre line and values on it do not count`() {
        let runs = RunRules([3, 4, 2, 1, 1, 0, 5], centre: 2)
        #expect(runs.useful == 6)
        #expect(runs.longestRun == 3)
        #expect(runs.crossings == 2)
    }

    // Anhøj and Olesen 2014, table 1: 10, 24 and 60 useful points.
    @Test(arguments: [(10, 6, 2), (24, 8, 8), (60, 9, 23)])
    func `allowed runs and crossings are those of the table`(
        _ count: Int,
        _ longest: Int,
        _ fewest: Int
    ) {
        let runs = RunRules((0..<count).map { Double($0 % 2) }, centre: 0.5)
        #expect(runs.longestAllowed == longest)
        #expect(runs.fewestAllowed == fewest)
        #expect(!runs.hasSignal)
    }

    @Test func `a baseline keeps later points out of the limits`() {
        let values = [10.0, 11, 10, 9, 10, 11, 40, 41]
        var settings = ControlChart.Settings()
        settings.baseline = 6
        let chart = ControlChart(.xmr, values: values, sizes: nil, settings: settings)
        #expect(
            chart.points.map(\.isOutside) == [false, false, false, false, false, false, true, true]
        )
    }

    @Test func `in a steady process few points lie outside, and Laney's factor is near 1`() {
        var random = SeededGenerator(seed: 2)
        let sizes = (0..<2000).map { _ in Double(100 + random.index(below: 400)) }
        let values = sizes.map {
            Binomial.quantile(lower: random.uniform(), trials: $0, probability: 0.3)
        }
        let chart = ControlChart(.pPrime, values: values, sizes: sizes)
        #expect(abs(chart.spread - 1) < 0.06)
        #expect(chart.points.filter(\.isOutside).count < 15)
    }

    @Test func `a share above 1 is refused with its row`() {
        #expect(throws: StatisticsError.outOfRange(row: 3, column: "value", expected: "at most n"))
        {
            try StatMethod.named("control-chart").run(DataTable(csv: "value,n\n1,5\n6,5\n"))
        }
    }
}
