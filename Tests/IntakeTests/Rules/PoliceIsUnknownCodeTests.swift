import Domain
import Intake
import Testing

@Suite struct PoliceIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-528",
            [
                ["politie": "1"]
            ]
        )
        #expect(
            found == [
                .field("INT-528", row: 2, "politie")
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-528",
            [
                ["politie": "J"],
                ["politie": "N"],
                ["politie": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
