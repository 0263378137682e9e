import Domain
import Intake
import Testing

@Suite struct MinorShareIsOddTests {
    @Test func `3 of 100 is asked about, without the share`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-731",
            [
                ["leeftijd": "18+", "aantal": "97"],
                ["leeftijd": "0-11", "aantal": "3"],
            ]
        )
        #expect(
            found == [
                .query("INT-731", subject: "5–80")
            ]
        )
    }

    @Test func `5 of 100 is in order`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-731",
            [
                ["leeftijd": "18+", "aantal": "95"],
                ["leeftijd": "0-11", "aantal": "5"],
            ]
        )
        #expect(found.isEmpty)
    }
}
