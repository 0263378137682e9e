import Domain
import Intake
import Testing

@Suite struct NumberOfManyRecordsTests {
    @Test func `21 records are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-172",
            many(21) { ["bsn": FictiveNumber.text(900), "datum_aanvang": "201902\(two($0 + 1))"] }
        )
        #expect(
            found == [
                .query("INT-172", row: 2, "bsn")
            ]
        )
    }

    @Test func `20 are not`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-172",
            many(20) { ["bsn": FictiveNumber.text(900), "datum_aanvang": "201902\(two($0 + 1))"] }
        )
        #expect(found.isEmpty)
    }
}
