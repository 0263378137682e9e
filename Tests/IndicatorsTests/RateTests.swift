import Domain
import Indicators
import TestSupport
import Testing

@Suite("Youths with a measure per 1 000")
struct RateTests {
    /// One youth among so many gives, in tenths: 1 000 ÷ n, half up.
    @Test(arguments: [
        (1, "1000.0"), (3, "333.3"), (800, "1.3"), (801, "1.2"), (4000, "0.3"), (6666, "0.2"),
        (6667, "0.1"), (20_000, "0.1"),
    ])
    func `the rate has one decimal and a half is rounded up`(
        inhabitants: Int,
        rate: String
    ) throws {
        let table = try SpecTable(
            "1 2019H1 1 11 - 20180901 - -",
            source: "jeugdbescherming"
        )
        let received = try ReceivedDeliveries(table.deliveries)
        let population = "year,gm_code,population_0_17\n2019,GM0363,\(inhabitants)\n"
        let period = try #require(Period("2019H1"))
        let lines = try received.stage(population: population).lines(["JB-02"], [period])
        #expect(lines["JB-02 2019H1"]?.contains("2019H1,nl,NL01,per_1000,\(rate)") == true)
        #expect(lines["JB-02 2019H1"]?.contains("2019H1,gemeente,GM0363,per_1000,\(rate)") == true)
    }

    @Test func `a rate that rounds to nothing, or over nobody, is absent`() throws {
        let table = try SpecTable(
            "1 2019H1 1 11 - 20180901 - -",
            source: "jeugdbescherming"
        )
        let received = try ReceivedDeliveries(table.deliveries)
        let period = try #require(Period("2019H1"))
        for inhabitants in ["0", "20001"] {
            let population = "year,gm_code,population_0_17\n2019,GM0363,\(inhabitants)\n"
            let lines = try received.stage(population: population).lines(["JB-02"], [period])
            let rates = lines["JB-02 2019H1"]?.filter { $0.contains("per_1000") }
            #expect(rates == [])
        }
    }

    @Test func `without a table, or without its year, the rate says what is missing`() throws {
        let table = try SpecTable(
            "1 2019H1 1 11 - 20180901 - -",
            source: "jeugdbescherming"
        )
        let received = try ReceivedDeliveries(table.deliveries)
        let period = try #require(Period("2019H1"))
        #expect(throws: IndicatorError.populationNeeded(indicator: "JB-02", table: "population")) {
            _ = try received.stage().lines(["JB-02"], [period])
        }
        #expect(throws: IndicatorError.populationMissing(indicator: "JB-02", year: 2019)) {
            _ = try received.stage(population: "year,gm_code,population_0_17\n2020,GM0363,5\n")
                .lines(["JB-02"], [period])
        }
    }

    @Test(arguments: [
        ("gm_code,year,population_0_17\n", 1), ("year,gm_code,population_0_17\n2019,0363,5\n", 2),
        ("year,gm_code,population_0_17\n2019,GM0363,5\n2019,GM0363,6\n", 3),
        ("year,gm_code,population_0_17\n2019,GM0363,-5\n", 2),
        ("year,gm_code,population_0_17\n2019,GM0363\n", 2),
        ("year,gm_code,population_0_17\n2019,GM-123,5\n", 2),
        ("year,gm_code,population_0_17\n2019,GM0363,5\n\n2020,GM0363,5\n", 3),
    ])
    func `a line of the population table that cannot be read is named`(
        text: String,
        line: Int
    ) {
        #expect(throws: IndicatorError.populationMalformed(path: "p.csv", line: line)) {
            _ = try PopulationTable(csv: text, path: "p.csv")
        }
    }
}
