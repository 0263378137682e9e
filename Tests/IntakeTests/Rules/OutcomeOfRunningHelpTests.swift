import Domain
import Intake
import Testing

@Suite struct OutcomeOfRunningHelpTests {
    @Test func `an outcome while help runs is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-163",
            [
                ["tevredenheid": "8", "informant": "J"],
                ["zonder_hulp_verder": "J", "informant": "J"],
            ]
        )
        #expect(
            found == [
                .query("INT-163", row: 2, "tevredenheid"),
                .query("INT-163", row: 3, "zonder_hulp_verder"),
            ]
        )
    }

    @Test func `after its end it is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-163",
            [
                [
                    "tevredenheid": "8", "informant": "J", "datum_einde": "20190501",
                    "reden_beeindiging": "01",
                ]
            ]
        )
        #expect(found.isEmpty)
    }
}
