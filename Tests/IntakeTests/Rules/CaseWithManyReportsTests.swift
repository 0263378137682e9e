import Domain
import Intake
import Testing

@Suite struct CaseWithManyReportsTests {
    @Test func `21 reports of one case are asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-453",
            many(21, ["casus": "C1"])
        )
        #expect(
            found == [
                .query("INT-453", row: 2, "casus")
            ]
        )
    }

    @Test func `20 are not`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-453",
            many(20, ["casus": "C1"])
        )
        #expect(found.isEmpty)
    }
}
