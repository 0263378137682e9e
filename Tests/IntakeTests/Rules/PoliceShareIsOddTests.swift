import Domain
import Intake
import Testing

@Suite struct PoliceShareIsOddTests {
    @Test func `9 of 50 reports from the police are asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-722",
            many(50) { ["melder": $0 < 9 ? "01" : "15"] }
        )
        #expect(
            found == [
                .query("INT-722", subject: "18")
            ]
        )
    }

    @Test func `10 of 50 are in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-722",
            many(50) { ["melder": $0 < 10 ? "01" : "15"] }
        )
        #expect(found.isEmpty)
    }
}
