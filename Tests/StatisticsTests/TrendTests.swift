import Foundation
import Statistics
import Testing

struct TrendTests {
    // Fleiss, Statistical Methods for Rates and Proportions (1981) p. 139, smokers in four groups;
    // R's prop.trend.test(c(83, 90, 129, 70), c(86, 93, 136, 82)): 8.2249, p = 0.004132.
    @Test func `Cochran and Armitage on the smokers of Fleiss`() throws {
        let result = try StatMethod.named("trend").run(
            DataTable(csv: "value,n\n83,86\n90,93\n129,136\n70,82\n"),
            options: .object(["test": .string("cochran-armitage")])
        )
        #expect(abs((result.number("groups", "0", "chi-squared") ?? 0) - 8.2249) < 5e-5)
        #expect(abs((result.number("groups", "0", "p") ?? 0) - 0.004132) < 5e-7)
        #expect((result.number("groups", "0", "z") ?? 0) < 0)
    }

    @Test func `a series that does not move has no score`() throws {
        let result = try StatMethod.named("trend").run(DataTable(csv: "value\n4\n4\n4\n4\n"))
        #expect(result.number("groups", "0", "S") == 0)
        #expect(result.json.contains("\"z\": null"))
        #expect(result.warnings == ["The data: too little varies for all of the numbers."])
    }

    @Test func `no test crosses the border of a group`() throws {
        let rising = (1...10).map { "\($0),a" } + (1...10).map { "\(11 - $0),b" }
        let result = try StatMethod.named("trend").run(
            DataTable(csv: "value,group\n" + rising.joined(separator: "\n"))
        )
        #expect(result.number("groups", "0", "S") == 45)
        #expect(result.number("groups", "1", "S") == -45)
    }

    @Test func `missing values are left out with a warning, and order is that of time`() throws {
        let result = try StatMethod.named("trend").run(
            DataTable(csv: "time,value\n3,30\n1,10\n2,\n4,40\n6,60\n")
        )
        #expect(
            result.warnings == [
                "1 of 5 rows were left out because a value is missing.",
                "The data: too little varies for all of the numbers.",
            ]
        )
        #expect(result.number("groups", "0", "S") == 6)
        #expect(result.number("groups", "0", "slope") == 10)
    }

    @Test func `the slope of a Poisson series comes back`() throws {
        var random = SeededGenerator(seed: 19)
        let times = (0..<200).map { 2000 + Double($0) / 10 }
        let counts = times.map { time in
            Poisson.quantile(lower: random.uniform(), mean: 50 * exp(0.05 * (time - 2010)))
        }
        let result = try StatMethod.named("trend").run(
            DataTable(numbers: ["time": times, "value": counts]),
            options: .object(["test": .string("poisson")])
        )
        let lower = try #require(result.number("groups", "0", "lower"))
        let upper = try #require(result.number("groups", "0", "upper"))
        #expect(lower < 0.05 && 0.05 < upper && upper - lower < 0.02)
        #expect(abs((result.number("groups", "0", "dispersion") ?? 0) - 1) < 0.3)
    }

    @Test func `under chance alone few tests reject`() {
        var random = SeededGenerator(seed: 8)
        var kendall = 0
        var pettitt = 0
        for _ in 0..<1000 {
            let series = (0..<30).map { _ in random.normal() }
            if abs(MannKendall(series).z()) > 1.96 { kendall += 1 }
            if Pettitt(series).p < 0.05 { pettitt += 1 }
        }
        #expect(kendall > 25 && kendall < 75)
        #expect(pettitt < 75)
    }

    @Test func `a shift is found where it is`() {
        let series = (0..<40).map { Double($0 % 3) + ($0 < 25 ? 0 : 5) }
        let found = Pettitt(series)
        #expect(found.before == 25)
        #expect(found.p < 0.001)
    }

    @Test func `too short a series is refused`() {
        #expect(
            throws: StatisticsError.notEnough(what: "rows of a series", found: 2, needed: 3)
        ) {
            try StatMethod.named("trend").run(DataTable(csv: "value\n1\n2\n"))
        }
    }
}
