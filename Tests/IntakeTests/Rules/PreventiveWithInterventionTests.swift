import Domain
import Intake
import Testing

@Suite struct PreventiveWithInterventionTests {
    @Test func `an intervention with type 31 is told`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-605",
            [
                ["maatregel": "31", "erkende_interventie": "J"]
            ]
        )
        #expect(
            found == [
                .note("INT-605", row: 2, "erkende_interventie")
            ]
        )
    }

    @Test func `with another type it is in order`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-605",
            [
                ["maatregel": "31"],
                ["erkende_interventie": "J"],
            ]
        )
        #expect(found.isEmpty)
    }
}
