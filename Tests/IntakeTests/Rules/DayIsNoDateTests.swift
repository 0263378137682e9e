import Domain
import Intake
import Testing

@Suite struct DayIsNoDateTests {
    @Test func `a date that does not exist leaves the record out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-406",
            [
                ["datum": "20190230"],
                ["datum_beoordeling": "2019"],
                ["datum_dienst_aanvang": "00000000"],
                ["datum_dienst_einde": "1 mei"],
            ]
        )
        #expect(
            found == [
                .record("INT-406", row: 2, "datum"),
                .record("INT-406", row: 3, "datum_beoordeling"),
                .record("INT-406", row: 4, "datum_dienst_aanvang"),
                .record("INT-406", row: 5, "datum_dienst_einde"),
            ]
        )
    }

    @Test func `dashes are allowed`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-406",
            [
                ["datum": "2019-03-01", "datum_beoordeling": "20190304", "besluit": "GV"]
            ]
        )
        #expect(found.isEmpty)
    }
}
