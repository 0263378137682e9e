import Domain
import Intake
import Testing

@Suite struct IsImprobablyOldTests {
    @Test func `someone who turns 110 on the day is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-447",
            [
                ["geboortedatum": "19090301"]
            ]
        )
        #expect(
            found == [
                .query("INT-447", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `the day before is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-447",
            [
                ["geboortedatum": "19090302"]
            ]
        )
        #expect(found.isEmpty)
    }
}
