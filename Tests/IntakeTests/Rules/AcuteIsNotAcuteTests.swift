import Domain
import Intake
import Testing

@Suite struct AcuteIsNotAcuteTests {
    @Test func `eight days later is not acute`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-522",
            [
                ["datum_incident": "20190221", "acuut": "J"]
            ]
        )
        #expect(
            found == [
                .query("INT-522", row: 2, "acuut")
            ]
        )
    }

    @Test func `seven days later is`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-522",
            [
                ["datum_incident": "20190222", "acuut": "J"]
            ]
        )
        #expect(found.isEmpty)
    }
}
