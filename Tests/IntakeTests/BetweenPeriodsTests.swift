import Domain
import Intake
import Testing

/// The comparison with the half-year before, beside one that looks at every row for every record.
@Suite("Between half-years")
struct BetweenPeriodsTests {
    /// A record of the only person: form and start, as the days after 1 January 2001.
    private typealias Plain = (form: Int, start: Int)

    private static let number = FictiveNumber.text(1)

    private func day(_ start: Int) -> String {
        CalendarDay(year: 2001, month: 1, day: 1)?.advanced(by: start).compact ?? ""
    }

    private func text(_ period: String, _ records: [Plain]) -> String {
        let header =
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
            + "datum_aanvang\n"
        let head = "12345678;\(period);\(BetweenPeriodsTests.number);"
        // Other birth dates keep rows with the same form and start from being the same record.
        return header
            + records.enumerated().map { index, record in
                let birth = day(index / 4_000)
                return "\(head)\(birth);V;GM0363;01;0\(record.form);\(day(record.start))\n"
            }.joined()
    }

    /// Each record that was running looks through all rows for its own, then for another start.
    private func slow(_ before: [Plain], _ now: [Plain]) -> [Finding] {
        let periodStart = 6_755  // 1 July 2019
        var used: Set<Int> = []
        var vanished = 0
        let order = now.indices.sorted { (now[$0].start, $0) < (now[$1].start, $1) }
        for record in before.sorted(by: { ($0.form, $0.start) < ($1.form, $1.start) }) {
            if now.contains(where: { $0 == record }) { continue }
            let other = order.first { row in
                now[row].form == record.form && now[row].start < periodStart
                    && !used.contains(row) && !before.contains { $0.start == now[row].start }
            }
            if let other { used.insert(other) } else { vanished += 1 }
        }
        let gone = Finding(code: "INT-301", severity: .query, subject: "\(vanished)")
        return (vanished > 0 ? [gone] : [])
            + used.sorted().map { .query("INT-302", row: $0 + 2, "datum_aanvang") }
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `it finds what looking at every row finds`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func records(_ latest: Int) -> [Plain] {
            var made: [Plain] = []
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let new = (
                    form: Int.random(in: 1...3, using: &random),
                    start: 6_740 + Int.random(in: 0...latest, using: &random)
                )
                if !made.contains(where: { $0 == new }) { made.append(new) }
            }
            return made
        }
        let (before, now) = (records(14), records(20))
        let periods = try TwoPeriods(before: text("2019H1", before), now: text("2019H2", now))
        let found = periods.findings.filter { ["INT-301", "INT-302"].contains($0.code) }
        #expect(found == slow(before, now))
    }

    @Test(.timeLimit(.minutes(1)))
    func `a number that stands for two hundred thousand records takes no longer than they do`()
        throws
    {
        // A thousand starts of each of 4 forms, 50 times over; half of the starts have moved.
        func records(_ shift: Int) -> [Plain] {
            (0..<200_000).map { number in
                let start = number / 4 % 1_000
                return (1 + number % 4, start * 2 + (start < 500 ? shift : 0))
            }
        }
        let periods = try TwoPeriods(
            before: text("2019H1", records(0)),
            now: text("2019H2", records(1))
        )
        #expect(periods.files[0].findingCounts["INT-302"] == 100_000)
        #expect(periods.files[0].findingCounts["INT-301"] == nil)
    }
}
