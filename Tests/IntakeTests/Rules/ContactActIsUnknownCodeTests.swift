import Domain
import Intake
import Testing

@Suite struct ContactActIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-526",
            [
                ["aard": "Z"]
            ]
        )
        #expect(
            found == [
                .field("INT-526", row: 2, "aard")
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-526",
            [
                ["aard": "V"],
                ["aard": "O"],
                ["aard": "X"],
            ]
        )
        #expect(found.isEmpty)
    }
}
