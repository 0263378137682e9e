import Domain
import Intake
import Testing

@Suite struct ActIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-506",
            [
                ["aard": "Z"],
                ["aard": "09"],
            ]
        )
        #expect(
            found == [
                .field("INT-506", row: 2, "aard"),
                .field("INT-506", row: 3, "aard"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-506",
            [
                ["aard": "V"],
                ["aard": "A"],
            ]
        )
        #expect(found.isEmpty)
    }
}
