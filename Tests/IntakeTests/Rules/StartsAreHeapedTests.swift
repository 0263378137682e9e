import Domain
import Intake
import Testing

@Suite struct StartsAreHeapedTests {
    @Test func `31 of 50 on the first of a month are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-706",
            many(50) { ["datum_aanvang": $0 < 31 ? "20190401" : "20190402"] }
        )
        #expect(
            found == [
                .query("INT-706", subject: "62")
            ]
        )
    }

    @Test func `30 of 50 are in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-706",
            many(50) { ["datum_aanvang": $0 < 30 ? "20190401" : "20190402"] }
        )
        #expect(found.isEmpty)
    }
}
