import Domain
import Intake
import Testing

@Suite struct ServiceIsVeryLongTests {
    @Test func `a service of 366 days is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-445",
            [
                [
                    "datum": "20180101", "datum_dienst_aanvang": "20180102",
                    "datum_dienst_einde": "20190103",
                ]
            ]
        )
        #expect(
            found == [
                .query("INT-445", row: 2, "datum_dienst_einde")
            ]
        )
    }

    @Test func `365 days is not`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-445",
            [
                [
                    "datum": "20180101", "datum_dienst_aanvang": "20180102",
                    "datum_dienst_einde": "20190102",
                ]
            ]
        )
        #expect(found.isEmpty)
    }
}
