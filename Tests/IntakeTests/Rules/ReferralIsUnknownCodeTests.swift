import Domain
import Intake
import Testing

@Suite struct ReferralIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-427",
            [
                ["vervolg": "11"],
                ["vervolg": "01+20"],
            ]
        )
        #expect(
            found == [
                .field("INT-427", row: 2, "vervolg"),
                .field("INT-427", row: 3, "vervolg"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-427",
            [
                ["vervolg": "01+05"],
                ["vervolg": "21"],
            ]
        )
        #expect(found.isEmpty)
    }
}
