import Domain
import Intake
import Testing

@Suite struct BirthYearIsEmptyTests {
    @Test func `an empty year of birth is asked about`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-525",
            [
                ["geboortejaar": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-525", row: 2, "geboortejaar")
            ]
        )
    }

    @Test func `a year is in order`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-525",
            [
                [:]
            ]
        )
        #expect(found.isEmpty)
    }
}
