import Domain
import Intake
import Testing

@Suite struct ReportWithoutVictimTests {
    @Test func `a report of perpetrators and others alone is told`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-455",
            [
                ["nummer": "M1", "casus": "C1", "rol": "P"],
                ["nummer": "M1", "casus": "C1", "rol": "O", "geboortedatum": "19800101"],
            ]
        )
        #expect(
            found == [
                .note("INT-455", row: 2, "rol")
            ]
        )
    }

    @Test func `one with a victim, or someone who is both, is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-455",
            [
                ["nummer": "M1", "casus": "C1", "rol": "P"],
                ["nummer": "M1", "casus": "C1", "rol": "B", "geboortedatum": "19800101"],
            ]
        )
        #expect(found.isEmpty)
    }
}
