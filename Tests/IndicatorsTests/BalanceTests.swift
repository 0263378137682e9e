import Columns
import Definitions
import Domain
import Indicators
import Store
import TestSupport
import Testing

@Suite("Stock and flow of measures")
struct BalanceTests {
    /// What is known of the tables of JB-01, by period.
    private func notes(
        _ stage: IndicatorStage,
        _ periods: [Period] = []
    ) throws -> [String: [String: String]] {
        var notes: [String: [String: String]] = [:]
        try stage.run(["JB-01"], periods: periods, progress: { _ in }) {
            notes[$0.period.description] = $0.notes
        }
        return notes
    }

    private func notes(_ text: String, _ periods: [String]) throws -> [String: [String: String]] {
        let spec = try SpecTable(text, source: "jeugdbescherming")
        let stage = try ReceivedDeliveries(spec.deliveries).stage()
        return try notes(stage, try periods.map { try #require(Period($0)) })
    }

    @Test func `opening stock is held against the closing stock before, by type`() throws {
        let text = """
            1 2018H2 1 11 - 20180701 - -
            1 2018H2 2 11 - 20180801 - -
            1 2018H2 3 21 - 20180801 20181231 -
            1 2019H1 1 11 - 20180701 - -
            1 2019H1 4 12 - 20181201 - -
            1 2019H1 5 21 - 20181201 - -
            1 2019H1 6 22 - 20190201 - -
            1 2019H2 1 11 - 20180701 - -
            1 2019H2 4 12 - 20181201 20191001 -
            1 2019H2 5 21 - 20181201 - -
            1 2019H2 6 22 - 20190201 - -
            """
        let found = try notes(text, [])
        #expect(found["2018H2"]?["closing_difference"] == nil)
        #expect(found["2019H1"]?["closing_difference"] == "11: -1, 12: 1, 21: 1, T: 1")
        #expect(found["2019H2"]?["closing_difference"] == "11: 0, 12: 0, 21: 0, 22: 0, T: 0")
        // The half-year before counts, whether or not its table was asked for.
        #expect(try notes(text, ["2019H1"])["2019H1"] == found["2019H1"])
        let year = try notes(text, ["2019"])
        #expect(year["2019"]?["closing_difference"] == "11: -1, 12: 1, 21: 1, T: 1")
    }

    @Test func `without deliveries for the half-year before there is no difference`() throws {
        let found = try notes(
            """
            1 2018H1 1 11 - 20180101 - -
            1 2019H1 1 11 - 20180101 - -
            """,
            ["2019H1"]
        )
        #expect(found["2019H1"]?.keys.contains("closing_difference") == false)
    }

    @Test(arguments: [
        ("1 2019H1 1 11 - 20180901 - 20190331\n2 2019H1 1 11 20190401 - - -", "0", "0"),
        ("1 2019H1 1 11 - 20180901 - 20190331", "0", "1"),
        ("2 2019H1 1 11 20190401 - - -", "1", "0"),
        // Another day, another type, another person.
        ("1 2019H1 1 11 - 20180901 - 20190331\n2 2019H1 1 11 20190402 - - -", "1", "1"),
        ("1 2019H1 1 11 - 20180901 - 20190331\n2 2019H1 1 21 20190401 - - -", "1", "1"),
        ("1 2019H1 1 11 - 20180901 - 20190331\n2 2019H1 2 11 20190401 - - -", "1", "1"),
        // On the edge of the half-year the other side lies in another round of deliveries.
        ("1 2019H1 1 11 - 20180901 - 20190630\n2 2019H1 2 11 20190101 - - -", "0", "0"),
    ])
    func `a transfer without its other side is counted`(
        _ records: String,
        _ taken: String,
        _ handed: String
    ) throws {
        let found = try #require(try notes(records, ["2019H1"])["2019H1"])
        #expect(found["unmatched_transfer_in"] == taken)
        #expect(found["unmatched_transfer_out"] == handed)
    }

    @Test(arguments: 1...12)
    func `every cell balances, and the difference is that of the slow twin`(seed: Int) throws {
        let country = NastyCountry(seed: UInt64(seed))
        let folder = try TestFolder()
        let received = try ReceivedDeliveries(paths: country.write(to: folder), in: folder)
        let stage = try received.stage()
        let twin = ReferenceEngine(
            deliveries: country.deliveries,
            definitions: received.definitions
        )
        let halves = country.periods(of: "jeugdbescherming").map { Period.halfYear($0) }
        let found = try notes(stage)
        var cells = 0
        for lines in try stage.lines(["JB-01"], halves).values {
            var balance: [String: Int] = [:]
            for line in lines {
                // A region may have a comma in its name; what follows it has none.
                let fields = line.split(separator: ",").map(String.init)
                let sign = [
                    "opening": 1, "inflow": 1, "transfer_in": 1, "outflow": -1,
                    "transfer_out": -1, "closing": -1,
                ]
                let (measure, number) = (fields[fields.count - 2], fields[fields.count - 1])
                let value = try #require(Int(number)) * #require(sign[measure])
                balance[fields.dropLast(2).joined(separator: ","), default: 0] += value
            }
            #expect(balance.values.allSatisfy { $0 == 0 })
            cells += balance.count
        }
        #expect(cells > 0)
        for (before, period) in zip(halves, halves.dropFirst())
        where before.halves[0].next == period.halves[0] {
            let opening = national(twin.lines("JB-01", period), "opening")
            let closing = national(twin.lines("JB-01", before), "closing")
            let differences = Set(opening.keys).union(closing.keys).union(["T"]).sorted().map {
                "\($0): \(opening[$0, default: 0] - closing[$0, default: 0])"
            }
            #expect(
                found[period.description]?["closing_difference"]
                    == differences.joined(separator: ", ")
            )
        }
    }

    private func national(_ lines: [String], _ measure: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for line in lines {
            let fields = line.split(separator: ",").map(String.init)
            guard fields[1] == "nl", fields[4] == measure else { continue }
            counts[fields[3]] = Int(fields[5])
        }
        return counts
    }

    @Test func `records that no rule lets through stop the table when it does not balance`()
        throws
    {
        let received = try ReceivedDeliveries([])
        let period = try #require(ReportingPeriod("2019H1"))
        // Ended and handed over at once: leaves the stock twice.
        let day = PackedDay.pack(try #require(CalendarDay(year: 2019, month: 3, day: 1)).number)
        let start = PackedDay.pack(try #require(CalendarDay(year: 2018, month: 3, day: 1)).number)
        let values: [String: UInt32] = [
            "code": UInt32(try #require(CodeTable.byte(for: "11"))), "start": UInt32(start),
            "end": UInt32(day), "handedOver": UInt32(day),
        ]
        let names = [
            "birth", "code", "crisis", "delivery", "end", "handedOver", "municipality", "reason",
            "referrer", "sex", "start", "takenOver",
        ]
        _ = try received.store.commit(
            [
                SegmentContent(
                    source: "jeugdbescherming",
                    period: period,
                    deliveries: [
                        SegmentContent.Delivery(
                            holder: "90000001",
                            rows: 1,
                            leftOut: 0,
                            digest: [1]
                        )
                    ],
                    pseudonyms: [Pseudonym(high: 1, low: 2)],
                    rowsPerPerson: [1],
                    rowCount: 1,
                    columns: names.map { name in
                        SegmentContent.Column(name: name) { range in
                            range.map { _ in values[name] ?? 0 }
                        }
                    }
                )
            ],
            received: ReceivedDeliveries.today,
            workers: Workers(cores: 1)
        )
        #expect(throws: IndicatorError.unbalanced(indicator: "JB-01", period: "2019H1")) {
            _ = try notes(received.stage())
        }
    }
}
