import Domain
import Intake
import Testing

@Suite struct TotalJumpedTests {
    @Test func `31 records after 70 are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-701",
            many(31) { _ in [:] },
            after: ["2018H2": 70]
        )
        #expect(found == [.query("INT-701", subject: "−56")])
    }

    @Test func `35 after 70 are in order, and so are few records`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-701",
            many(35) { _ in [:] },
            after: ["2018H2": 70, "2018H1": 7]
        )
        #expect(found == [])
    }
}
