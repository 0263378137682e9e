import Domain
import Intake
import Testing

@Suite struct NothingStartsTests {
    @Test func `50 records of which none starts are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-709",
            many(50) { _ in ["datum_aanvang": "20181201"] }
        )
        #expect(
            found == [
                .query("INT-709", subject: "50")
            ]
        )
    }

    @Test func `one start on the first day is enough`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-709",
            many(50) { ["datum_aanvang": $0 == 7 ? "20190101" : "20181201"] }
        )
        #expect(found.isEmpty)
    }
}
