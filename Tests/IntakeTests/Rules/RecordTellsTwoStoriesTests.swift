import Domain
import Intake
import Testing

@Suite struct RecordTellsTwoStoriesTests {
    @Test func `another case and day under the same number are asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-450",
            [
                ["nummer": "M1", "casus": "C1"],
                ["nummer": "M1", "casus": "C2", "datum": "20190302", "geboortedatum": "20120101"],
            ]
        )
        #expect(
            found == [
                .query("INT-450", row: 3, "casus"),
                .query("INT-450", row: 3, "datum"),
            ]
        )
    }

    @Test func `other persons of the same report are in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-450",
            [
                ["nummer": "M1", "casus": "C1"],
                ["nummer": "M1", "casus": "C1", "rol": "P", "geboortedatum": "19800101"],
            ]
        )
        #expect(found.isEmpty)
    }
}
