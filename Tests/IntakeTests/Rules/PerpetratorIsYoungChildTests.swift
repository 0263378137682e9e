import Domain
import Intake
import Testing

@Suite struct PerpetratorIsYoungChildTests {
    @Test func `a perpetrator on the day before turning twelve is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-449",
            [
                ["rol": "P", "geboortedatum": "20070302"]
            ]
        )
        #expect(
            found == [
                .query("INT-449", row: 2, "rol")
            ]
        )
    }

    @Test func `from twelve, and victims, are not`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-449",
            [
                ["rol": "P", "geboortedatum": "20070301"],
                ["rol": "S", "geboortedatum": "20150101"],
            ]
        )
        #expect(found.isEmpty)
    }
}
