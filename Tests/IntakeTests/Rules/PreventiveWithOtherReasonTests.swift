import Domain
import Intake
import Testing

@Suite struct PreventiveWithOtherReasonTests {
    @Test func `a reason of the other kind is asked about`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-603",
            [
                ["maatregel": "31", "datum_einde": "20190301", "reden_beeindiging": "21"],
                ["maatregel": "41", "datum_einde": "20190301", "reden_beeindiging": "31"],
            ]
        )
        #expect(
            found == [
                .query("INT-603", row: 2, "reden_beeindiging"),
                .query("INT-603", row: 3, "reden_beeindiging"),
            ]
        )
    }

    @Test func `its own reason is in order`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-603",
            [
                ["maatregel": "31", "datum_einde": "20190301", "reden_beeindiging": "31"],
                ["maatregel": "41", "datum_einde": "20190301", "reden_beeindiging": "21"],
            ]
        )
        #expect(found.isEmpty)
    }
}
