import Domain
import Intake
import Testing

@Suite struct BirthIsPlaceholderTests {
    @Test func `a default date is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-166",
            [
                ["geboortedatum": "19000101"]
            ]
        )
        #expect(
            found == [
                .query("INT-166", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `another old date is another rule's`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-166",
            [
                ["geboortedatum": "19960701", "datum_aanvang": "20190201"]
            ]
        )
        #expect(found.isEmpty)
    }
}
