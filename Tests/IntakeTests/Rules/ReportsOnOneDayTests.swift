import Domain
import Intake
import Testing

@Suite struct ReportsOnOneDayTests {
    @Test func `11 of 50 on one day are asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-721",
            many(50) { ["datum": $0 < 11 ? "20190301" : "201904\(two($0 % 28 + 1))"] }
        )
        #expect(
            found == [
                .query("INT-721", subject: "22")
            ]
        )
    }

    @Test func `10 of 50 are in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-721",
            many(50) { ["datum": $0 < 10 ? "20190301" : "201904\(two($0 % 28 + 1))"] }
        )
        #expect(found.isEmpty)
    }
}
