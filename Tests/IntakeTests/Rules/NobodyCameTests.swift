import Domain
import Intake
import Testing

@Suite struct NobodyCameTests {
    @Test func `noughts alone are asked about`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-733",
            [
                ["aantal": "0"],
                ["leeftijd": "18+", "aantal": "0"],
            ]
        )
        #expect(
            found == [
                .query("INT-733", subject: "0")
            ]
        )
    }

    @Test func `one contact is enough`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-733",
            [
                ["aantal": "0"],
                ["leeftijd": "18+", "aantal": "1"],
            ]
        )
        #expect(found.isEmpty)
    }
}
