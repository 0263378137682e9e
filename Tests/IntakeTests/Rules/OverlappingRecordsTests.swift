import Domain
import Intake
import Testing

@Suite struct OverlappingRecordsTests {
    @Test func `a start on the last day of another is told`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-173",
            [
                [
                    "bsn": FictiveNumber.text(905), "datum_aanvang": "20190201",
                    "datum_einde": "20190401", "reden_beeindiging": "01",
                ],
                ["bsn": FictiveNumber.text(905), "datum_aanvang": "20190401"],
            ]
        )
        #expect(
            found == [
                .note("INT-173", row: 3, "datum_aanvang")
            ]
        )
    }

    @Test func `the day after is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-173",
            [
                [
                    "bsn": FictiveNumber.text(905), "datum_aanvang": "20190201",
                    "datum_einde": "20190331", "reden_beeindiging": "01",
                ],
                ["bsn": FictiveNumber.text(905), "datum_aanvang": "20190401"],
            ]
        )
        #expect(found.isEmpty)
    }
}
