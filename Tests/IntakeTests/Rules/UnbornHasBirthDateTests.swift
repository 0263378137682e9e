import Domain
import Intake
import Testing

@Suite struct UnbornHasBirthDateTests {
    @Test func `a birth in the half-year is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-165",
            [
                ["bsn": "000000000", "geboortedatum": "20190630"]
            ]
        )
        #expect(
            found == [
                .query("INT-165", row: 2, "geboortedatum")
            ]
        )
    }

    @Test func `unborn, or a birth after the half-year, is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-165",
            [
                ["bsn": "000000000", "geboortedatum": "99999999"],
                ["bsn": "000000000", "geboortedatum": "20190701"],
            ]
        )
        #expect(found.isEmpty)
    }
}
