import Domain
import Intake
import Testing

@Suite struct DimensionIsEmptyTests {
    @Test func `an empty dimension is asked about`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-511",
            [
                ["acuut": ""],
                ["kring": ""],
            ]
        )
        #expect(
            found == [
                .query("INT-511", row: 2, "acuut"),
                .query("INT-511", row: 3, "kring"),
            ]
        )
    }

    @Test func `a full row is in order`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-511",
            [
                [:]
            ]
        )
        #expect(found.isEmpty)
    }
}
