import Domain
import Intake
import Testing

@Suite struct AcuteShareIsOddTests {
    @Test func `1 of 100 is asked about, without the share`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-732",
            [
                ["leeftijd": "18+", "acuut": "N", "aantal": "99"],
                ["leeftijd": "12-17", "acuut": "J", "aantal": "1"],
            ]
        )
        #expect(
            found == [
                .query("INT-732", subject: "2–95")
            ]
        )
    }

    @Test func `2 of 100 is in order`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-732",
            [
                ["leeftijd": "18+", "acuut": "N", "aantal": "98"],
                ["leeftijd": "12-17", "acuut": "J", "aantal": "2"],
            ]
        )
        #expect(found.isEmpty)
    }
}
