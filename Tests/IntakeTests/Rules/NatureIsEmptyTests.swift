import Domain
import Intake
import Testing

@Suite struct NatureIsEmptyTests {
    @Test func `an empty nature is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-441",
            [
                ["aard": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-441", row: 2, "aard")
            ]
        )
    }

    @Test func `other is a code`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-441",
            [
                ["aard": "11"]
            ]
        )
        #expect(found.isEmpty)
    }
}
