import Domain
import Intake
import Testing

@Suite struct RegistrationTwiceTests {
    @Test func `a number used again is asked about`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-532",
            [
                ["nummer": "R1"],
                ["nummer": "R1", "geboortejaar": "2001"],
            ]
        )
        #expect(
            found == [
                .query("INT-532", row: 3, "nummer")
            ]
        )
    }

    @Test func `numbers of their own are in order`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-532",
            [
                ["nummer": "R1"],
                ["nummer": "R2"],
            ]
        )
        #expect(found.isEmpty)
    }
}
