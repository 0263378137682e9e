import Domain
import Intake
import Testing

@Suite struct NatureIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-421",
            [
                ["aard": "12"],
                ["aard": "01+"],
                ["aard": "01+01"],
                ["aard": "1"],
            ]
        )
        #expect(
            found == [
                .field("INT-421", row: 2, "aard"),
                .field("INT-421", row: 3, "aard"),
                .field("INT-421", row: 4, "aard"),
                .field("INT-421", row: 5, "aard"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-421",
            [
                ["aard": "01+06"],
                ["aard": "11"],
            ]
        )
        #expect(found.isEmpty)
    }
}
