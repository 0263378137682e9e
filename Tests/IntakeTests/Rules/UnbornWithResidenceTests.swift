import Domain
import Intake
import Testing

@Suite struct UnbornWithResidenceTests {
    @Test func `residence of an unborn child is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-164",
            [
                ["geboortedatum": "99999999", "bsn": "000000000", "hulpvorm": "11"]
            ]
        )
        #expect(
            found == [
                .query("INT-164", row: 2, "hulpvorm")
            ]
        )
    }

    @Test func `other help is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-164",
            [
                ["geboortedatum": "99999999", "bsn": "000000000", "hulpvorm": "02"]
            ]
        )
        #expect(found.isEmpty)
    }
}
