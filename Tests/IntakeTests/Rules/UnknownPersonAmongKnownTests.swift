import Domain
import Intake
import Testing

@Suite struct UnknownPersonAmongKnownTests {
    @Test func `an unknown person beside the family is asked about`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-530",
            [
                ["relatie": "O+G"],
                ["relatie": "F+O"],
            ]
        )
        #expect(
            found == [
                .query("INT-530", row: 2, "relatie"),
                .query("INT-530", row: 3, "relatie"),
            ]
        )
    }

    @Test func `either of them alone is in order`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-530",
            [
                ["relatie": "O"],
                ["relatie": "G+F"],
                ["relatie": "O+K"],
            ]
        )
        #expect(found.isEmpty)
    }
}
