import Domain
import Intake
import Testing

@Suite struct EndedWithoutInterventionTests {
    @Test func `an end without an answer is asked about`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-604",
            [
                ["datum_einde": "20190301", "reden_beeindiging": "21"]
            ]
        )
        #expect(
            found == [
                .query("INT-604", row: 2, "erkende_interventie")
            ]
        )
    }

    @Test func `an answer, or a measure that runs, is in order`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-604",
            [
                ["datum_einde": "20190301", "reden_beeindiging": "21", "erkende_interventie": "N"],
                [:],
            ]
        )
        #expect(found.isEmpty)
    }
}
