import Domain
import Intake
import Testing

@Suite struct TurnedIntoOrderOfOtherTests {
    @Test func `reason 07 of a supervision order is asked about`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-209",
            [
                ["maatregel": "11", "datum_einde": "20190301", "reden_beeindiging": "07"]
            ]
        )
        #expect(
            found == [
                .query("INT-209", row: 2, "reden_beeindiging")
            ]
        )
    }

    @Test func `of a provisional one it is in order`() throws {
        let found = try RuleProbe("jeugdbescherming").findings(
            of: "INT-209",
            [
                ["maatregel": "12", "datum_einde": "20190301", "reden_beeindiging": "07"]
            ]
        )
        #expect(found.isEmpty)
    }
}
