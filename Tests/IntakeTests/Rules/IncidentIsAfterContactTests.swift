import Domain
import Intake
import Testing

@Suite struct IncidentIsAfterContactTests {
    @Test func `an incident on the day after is asked about`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-521",
            [
                ["datum_incident": "20190302", "acuut": ""]
            ]
        )
        #expect(
            found == [
                .query("INT-521", row: 2, "datum_incident")
            ]
        )
    }

    @Test func `the same day is in order`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-521",
            [
                ["datum_incident": "20190301"]
            ]
        )
        #expect(found.isEmpty)
    }
}
