import Columns
import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("Indicator stage")
struct IndicatorStageTests {
    @Test(arguments: [3, 8, 20])
    func `one core and two give the same bytes`(seed: UInt64) throws {
        let country = NastyCountry(seed: seed)
        let one = try ReceivedDeliveries(country.deliveries, workers: Workers(cores: 1))
        let two = try ReceivedDeliveries(country.deliveries, workers: Workers(cores: 2))
        let ids = ["BJ-01", "BJ-02", "BJ-03", "BJ-04", "BJ-05", "BJ-06"]
        let periods = country.periods(of: "jeugdhulp").suffix(2).map { Period.halfYear($0) }
        #expect(
            try one.stage(workers: Workers(cores: 1)).lines(ids, periods)
                == two.stage(workers: Workers(cores: 2)).lines(ids, periods)
        )
    }

    @Test func `without merging, or with the first vintages, figures change`() throws {
        let table = try SpecTable(
            """
            1 2019H1 1 02 02 20190101 20190430 01
            1 2019H1 1 02 02 20190401 20190531 01
            again
            1 2019H1 1 02 02 20190101 20190430 01
            1 2019H1 1 02 02 20190401 20190531 01
            1 2019H1 2 02 02 20190401 20190531 01
            """
        )
        let received = try ReceivedDeliveries(table.deliveries)
        let period = try #require(Period("2019H1"))
        func ended(_ switches: IndicatorStage.Switches) throws -> [String]? {
            try received.stage(switches: switches).lines(["BJ-05"], [period])["BJ-05 2019H1"]?
                .filter { $0.hasPrefix("2019H1,nl,NL01,T,T,T,ended,") }
        }
        var switches = IndicatorStage.Switches()
        #expect(try ended(switches) == ["2019H1,nl,NL01,T,T,T,ended,2"])
        switches.merges = false
        #expect(try ended(switches) == ["2019H1,nl,NL01,T,T,T,ended,3"])
        switches.merges = true
        switches.usesLatestVintage = false
        #expect(try ended(switches) == ["2019H1,nl,NL01,T,T,T,ended,1"])
    }

    @Test func `what cannot be computed is named`() throws {
        let table = try SpecTable("1 2019H1 1 02 02 20190101 - -")
        let received = try ReceivedDeliveries(table.deliveries)
        let period = try #require(Period("2019H1"))
        #expect(
            throws: IndicatorError.unknown(
                id: "BJ-99",
                known: received.definitions.indicators.keys.sorted()
            )
        ) {
            _ = try received.stage().lines(["BJ-99"], [period])
        }
        #expect(throws: IndicatorError.notForYears(id: "BJ-04")) {
            _ = try received.stage().lines(["BJ-04"], [.year(2019)])
        }
        #expect(throws: IndicatorError.noDeliveries(source: "jeugdhulp", period: "2018")) {
            _ = try received.stage().lines(["BJ-01"], [.year(2018)])
        }
        #expect(throws: IndicatorError.boundariesUnknown(year: 2015)) {
            _ = try received.stage(boundaries: 2015)
        }
    }

    @Test func `every table says from which definition, boundaries and deliveries it is`() throws {
        let table = try SpecTable(
            """
            1 2019H1 1 02 02 20190101 - -
            2 2019H1 1 02 02 20190101 - -
            1 2019H2 1 02 02 20190101 - -
            """
        )
        let received = try ReceivedDeliveries(table.deliveries)
        var notes: [String: [String: String]] = [:]
        try received.stage().run(["BJ-04"], periods: [], progress: { _ in }) {
            notes[$0.period.description] = $0.notes
        }
        #expect(
            notes["2019H1"] == [
                "boundaries": "2020", "definition_version": "1", "deliveries": "2", "holders": "2",
                "look_back_from": "2019-01-01", "status": "nader voorlopig",
            ]
        )
        #expect(notes["2019H2"]?["deliveries"] == "1")
        #expect(notes["2019H2"]?["status"] == "voorlopig")
    }
}
