import Domain
import Intake
import Testing

@Suite struct OccasionIsUnknownCodeTests {
    @Test func `a code that is not in the list is emptied`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-422",
            [
                ["aanleiding": "10"],
                ["aanleiding": "+06"],
            ]
        )
        #expect(
            found == [
                .field("INT-422", row: 2, "aanleiding"),
                .field("INT-422", row: 3, "aanleiding"),
            ]
        )
    }

    @Test func `codes of the list, and an empty field, are left alone`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-422",
            [
                ["aanleiding": "06+07+08"],
                ["aanleiding": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
