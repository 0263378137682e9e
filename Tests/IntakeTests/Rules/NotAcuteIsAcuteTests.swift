import Domain
import Intake
import Testing

@Suite struct NotAcuteIsAcuteTests {
    @Test func `seven days later is acute`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-523",
            [
                ["datum_incident": "20190222", "acuut": "N"]
            ]
        )
        #expect(
            found == [
                .query("INT-523", row: 2, "acuut")
            ]
        )
    }

    @Test func `eight days later is not`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-523",
            [
                ["datum_incident": "20190221", "acuut": "N"]
            ]
        )
        #expect(found.isEmpty)
    }
}
