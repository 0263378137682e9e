import Domain
import Intake
import Testing

@Suite struct FieldHasOneValueTests {
    @Test func `one sex in every record is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-707",
            many(50) {
                [
                    "geboortedatum": "2010\(two($0 % 12 + 1))15",
                    "datum_aanvang": "201902\(two($0 % 28 + 1))",
                ]
            }
        )
        #expect(
            found == [
                .query("INT-707", "geslacht", subject: "100")
            ]
        )
    }

    @Test func `values that differ are in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-707",
            many(50) {
                [
                    "geboortedatum": "2010\(two($0 % 12 + 1))15",
                    "geslacht": $0 % 2 == 0 ? "V" : "M",
                    "datum_aanvang": "201902\(two($0 % 28 + 1))",
                ]
            }
        )
        #expect(found.isEmpty)
    }
}
