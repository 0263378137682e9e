import Domain
import Intake
import Testing

@Suite struct StructuralByUnknownPersonTests {
    @Test func `structural by an unknown person is told`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-533",
            [
                ["duur": "S", "relatie": "O"]
            ]
        )
        #expect(
            found == [
                .note("INT-533", row: 2, "duur")
            ]
        )
    }

    @Test func `single, or by someone known, is in order`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-533",
            [
                ["duur": "E", "relatie": "O"],
                ["duur": "S", "relatie": "G"],
            ]
        )
        #expect(found.isEmpty)
    }
}
