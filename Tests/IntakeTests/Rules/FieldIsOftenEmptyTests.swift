import Domain
import Intake
import Testing

@Suite struct FieldIsOftenEmptyTests {
    @Test func `a column empty in 13 of 50 records is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-703",
            many(50) { $0 % 4 == 0 ? ["geslacht": ""] : [:] }
        )
        #expect(
            found == [
                .query("INT-703", "geslacht", subject: "26")
            ]
        )
    }

    @Test func `10 of 50 is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-703",
            many(50) { $0 % 5 == 0 ? ["geslacht": ""] : [:] }
        )
        #expect(found.isEmpty)
    }
}
