import Domain
import Intake
import Testing

@Suite struct EarlyEndOnStartTests {
    @Test func `an end on the day of the start is told`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-168",
            [
                ["datum_aanvang": "20190301", "datum_einde": "20190301", "reden_beeindiging": "01"]
            ]
        )
        #expect(
            found == [
                .note("INT-168", row: 2, "datum_einde")
            ]
        )
    }

    @Test func `the day after is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-168",
            [
                ["datum_aanvang": "20190301", "datum_einde": "20190302", "reden_beeindiging": "01"]
            ]
        )
        #expect(found.isEmpty)
    }
}
