import Columns
import Definitions
import Domain
import Indicators
import Store
import TestSupport
import Testing

@Suite("Outcomes in stores of before they were stored")
struct OutcomeColumnTests {
    private static let names = [
        "birth", "code", "crisis", "delivery", "end", "handedOver", "municipality", "reason",
        "referrer", "sex", "start", "takenOver",
    ]

    /// A segment of one ended trajectory after referral by the certified institution, with the
    /// columns of before or of now.
    private func segment(person: UInt64, isNew: Bool) throws -> SegmentContent {
        let period = try #require(ReportingPeriod("2019H1"))
        let start = PackedDay.pack(try #require(CalendarDay(year: 2018, month: 3, day: 1)).number)
        let end = PackedDay.pack(try #require(CalendarDay(year: 2019, month: 3, day: 1)).number)
        let values: [String: UInt32] = [
            "code": 2, "referrer": 4, "reason": 1, "start": UInt32(start), "end": UInt32(end),
            "satisfaction": 8, "withoutHelp": UInt32(UInt8(ascii: "J")),
            "informant": UInt32(UInt8(ascii: "J")),
        ]
        let names =
            OutcomeColumnTests.names
            + (isNew ? ["satisfaction", "withoutHelp", "informant"] : [])
        return SegmentContent(
            source: "jeugdhulp",
            period: period,
            deliveries: [
                SegmentContent.Delivery(
                    holder: "9000000\(person)",
                    rows: 1,
                    leftOut: 0,
                    digest: [UInt8(person)]
                )
            ],
            pseudonyms: [Pseudonym(high: person, low: 2)],
            rowsPerPerson: [1],
            rowCount: 1,
            columns: names.map { name in
                SegmentContent.Column(name: name) { range in range.map { _ in values[name] ?? 0 } }
            }
        )
    }

    private func national(_ received: ReceivedDeliveries) throws -> [String] {
        let period = try #require(Period("2019H1"))
        return try received.stage().lines(["BJ-08"], [period])["BJ-08 2019H1"]?
            .filter { $0.hasPrefix("2019H1,nl,NL01,T,T,") } ?? []
    }

    private let expected = [
        "2019H1,nl,NL01,T,T,ended,2", "2019H1,nl,NL01,T,T,satisfaction_known,1",
        "2019H1,nl,NL01,T,T,satisfaction_mean,8.0",
        "2019H1,nl,NL01,T,T,satisfaction_percent,50.0",
        "2019H1,nl,NL01,T,T,without_help_known,1",
        "2019H1,nl,NL01,T,T,without_help_percent,50.0",
        "2019H1,nl,NL01,T,T,without_help_yes,1",
    ]

    @Test func `a segment of before has no outcomes, one of now has, also put together`() throws {
        let received = try ReceivedDeliveries([])
        for (person, isNew) in [(UInt64(1), false), (2, true)] {
            _ = try received.store.commit(
                [segment(person: person, isNew: isNew)],
                received: ReceivedDeliveries.today,
                workers: Workers(cores: 1)
            )
        }
        #expect(try national(received) == expected)
        try received.store.compact(
            source: "jeugdhulp",
            period: try #require(ReportingPeriod("2019H1")),
            limit: 1,
            workers: Workers(cores: 1)
        )
        #expect(try received.store.segments(source: "jeugdhulp").count == 1)
        #expect(try national(received) == expected)
        let check = try received.store.verify(workers: Workers(cores: 1)) { _, _ in }
        #expect(check.mistakes.isEmpty)
    }
}
