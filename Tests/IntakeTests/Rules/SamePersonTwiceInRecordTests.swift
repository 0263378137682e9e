import Domain
import Intake
import Testing

@Suite struct SamePersonTwiceInRecordTests {
    @Test func `a second row of a person in one report is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-451",
            [
                ["nummer": "M1", "casus": "C1", "bsn": FictiveNumber.text(905)],
                ["nummer": "M1", "casus": "C1", "bsn": FictiveNumber.text(905), "rol": "P"],
            ]
        )
        #expect(
            found == [
                .query("INT-451", row: 3, "bsn")
            ]
        )
    }

    @Test func `in another report, or another person, it is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-451",
            [
                ["nummer": "M1", "casus": "C1", "bsn": FictiveNumber.text(905)],
                ["nummer": "M2", "casus": "C1", "bsn": FictiveNumber.text(905)],
                ["nummer": "M1", "casus": "C1", "bsn": FictiveNumber.text(906)],
            ]
        )
        #expect(found.isEmpty)
    }
}
