import Domain
import Intake
import Testing

@Suite struct ServiceWithoutStartTests {
    @Test func `an end without a start is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-439",
            [
                ["datum_dienst_einde": "20190501"]
            ]
        )
        #expect(
            found == [
                .query("INT-439", row: 2, "datum_dienst_aanvang")
            ]
        )
    }

    @Test func `a whole service is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-439",
            [
                ["datum_dienst_aanvang": "20190401", "datum_dienst_einde": "20190501"]
            ]
        )
        #expect(found.isEmpty)
    }
}
