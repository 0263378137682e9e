import Domain
import Intake
import Testing

@Suite struct NoSexualAbuseAtAllTests {
    @Test func `200 without one is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-723",
            many(200) { _ in [:] }
        )
        #expect(
            found == [
                .query("INT-723", subject: "200")
            ]
        )
    }

    @Test func `one is enough`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-723",
            many(200) { $0 == 3 ? ["aard": "01+06"] : [:] }
        )
        #expect(found.isEmpty)
    }
}
