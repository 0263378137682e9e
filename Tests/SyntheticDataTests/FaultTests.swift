import Domain
@testable import SyntheticData
import Testing

struct FaultTests {
    @Test(arguments: AssistanceFault.allCases)
    func `every fault can be made and changes or repeats the record`(
        _ fault: AssistanceFault
    ) throws {
        let period = ReportingPeriod.of("2017H1")
        let ended = AssistanceRow(
            number: 900_000_000,
            birth: 20_080_312,
            sex: UInt8(ascii: "V"),
            place: 0,
            referrer: 3,
            form: 2,
            crisis: 0,
            perspective: 2,
            start: 20_160_901,
            end: 20_170_410,
            reason: 1
        )
        var running = ended
        running.end = 0
        running.reason = 0
        let made = [(ended, true), (running, true), (ended, false)].compactMap { row, isKnown in
            fault.applied(to: row, in: period, isKnown: isKnown, isSecond: true)
                .map { (row, $0) }
        }
        #expect(!made.isEmpty)
        #expect(made.allSatisfy { fault == .identical ? $0 == $1 : $0 != $1 })
    }

    @Test func `published referrers keep what is published`() {
        let row = AssistanceRow(
            number: 900_000_000,
            birth: 20_080_312,
            sex: UInt8(ascii: "V"),
            place: 0,
            referrer: 4,
            form: 2,
            crisis: 0,
            perspective: 2,
            start: 20_160_901,
            end: 20_170_410,
            reason: 2
        )
        for fault in AssistanceFault.allCases where !fault.isExtra {
            let broken = fault.applied(
                to: row,
                in: .of("2017H1"),
                isKnown: true,
                isSecond: true
            )
            guard let broken else { continue }
            #expect(broken.referrer == 4)
            #expect(broken.reason == 2)
            #expect(broken.start == row.start && broken.end == row.end)
            #expect(broken.number == row.number)
        }
    }

    @Test func `no file is refused at an ordinary rate`() throws {
        try WrittenCountry.with(WrittenCountry.plan(children: 8000, faultRate: 0.1)) { country in
            var seen = 0
            for path in try country.order() where path.hasPrefix("jeugdhulp") {
                let rows = try country.rows(path)
                let period = try #require(ReportingPeriod(path.dropFirst(19).prefix(6)))
                let last = period.end.compact
                let first = period.start.compact
                // A sure part of what is left out: dates that no record of the period can have.
                let broken = rows.filter { row in
                    let start = (row["datum_aanvang"] ?? "").filter { $0 != "-" }
                    let end = (row["datum_einde"] ?? "").filter { $0 != "-" }
                    return start.isEmpty || start > last
                        || (!end.isEmpty && (end > last || end < first || end < start))
                }
                seen += broken.count
                #expect(broken.count <= 5 || broken.count * 20 <= rows.count)
            }
            #expect(seen > 50)
        }
    }
}
