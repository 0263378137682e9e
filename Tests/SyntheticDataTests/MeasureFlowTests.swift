import Domain
@testable import SyntheticData
import Testing

struct MeasureFlowTests {
    private static func day(_ row: [String: String], _ name: String) -> Int? {
        (row[name] ?? "").isEmpty ? nil : Int((row[name] ?? "").filter { $0 != "-" })
    }

    @Test func `the balance of measures is what a slow count of the deliveries finds`() throws {
        let plan = WrittenCountry.plan(children: 60_000, sources: ["jeugdbescherming"])
        try WrittenCountry.with(plan) { country in
            var transfers = 0
            for (name, truth) in country.truth.periods {
                let period = ReportingPeriod.of(name)
                let first = Int(period.start.compact) ?? 0
                let last = Int(period.end.compact) ?? 0
                var counted = CountryTruth.Balance()
                var handedOver = 0
                for row in try country.latestRows("jeugdbescherming", name) where row["bsn"] != "" {
                    let received = Self.day(row, "datum_overgedragen_gekregen")
                    let start = try #require(received ?? Self.day(row, "datum_aanvang"))
                    let left = Self.day(row, "datum_overgedragen")
                    let end = left ?? Self.day(row, "datum_einde")
                    if start < first || received == first { counted.opening += 1 }
                    if received == nil, start >= first { counted.inflow += 1 }
                    if let received, received > first { counted.transfers += 1 }
                    if let left, left < last { handedOver += 1 }
                    if left == nil, end != nil { counted.outflow += 1 }
                    if end == nil || left == last { counted.closing += 1 }
                }
                #expect(counted == truth.measures["T"])
                #expect(handedOver == counted.transfers)
                #expect(
                    counted.opening + counted.inflow - counted.outflow == counted.closing
                )
                transfers += counted.transfers
            }
            #expect(transfers > 10)
        }
    }

    @Test func `who takes a measure over delivers no start`() throws {
        let plan = WrittenCountry.plan(children: 60_000, sources: ["jeugdbescherming"])
        try WrittenCountry.with(plan) { country in
            let rows = try country.latestRows("jeugdbescherming", "2017H1")
            let received = rows.filter { $0["datum_overgedragen_gekregen"] != "" }
            #expect(received.count > 5)
            #expect(received.allSatisfy { $0["datum_aanvang"] == "" })
            #expect(rows.contains { $0["datum_overgedragen"] != "" && $0["datum_einde"] == "" })
        }
    }
}
