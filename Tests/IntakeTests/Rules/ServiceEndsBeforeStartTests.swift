import Domain
import Intake
import Testing

@Suite struct ServiceEndsBeforeStartTests {
    @Test func `a service that ends the day before it starts leaves the record out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-407",
            [
                ["datum_dienst_aanvang": "20190310", "datum_dienst_einde": "20190309"]
            ]
        )
        #expect(
            found == [
                .record("INT-407", row: 2, "datum_dienst_einde")
            ]
        )
    }

    @Test func `a service of one day stays`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-407",
            [
                ["datum_dienst_aanvang": "20190310", "datum_dienst_einde": "20190310"]
            ]
        )
        #expect(found.isEmpty)
    }
}
