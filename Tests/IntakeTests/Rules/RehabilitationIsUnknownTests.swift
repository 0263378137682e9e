import Domain
import Intake
import Testing

@Suite struct RehabilitationIsUnknownTests {
    @Test func `a measure of protection is left out`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-607",
            [
                ["maatregel": ""],
                ["maatregel": "11"],
                ["maatregel": "21"],
            ]
        )
        #expect(
            found == [
                .record("INT-607", row: 2, "maatregel"),
                .record("INT-607", row: 3, "maatregel"),
                .record("INT-607", row: 4, "maatregel"),
            ]
        )
    }

    @Test func `a type of rehabilitation stays`() throws {
        let found = try RuleProbe("jeugdreclassering").findings(
            of: "INT-607",
            [
                ["maatregel": "31"],
                ["maatregel": "63"],
            ]
        )
        #expect(found.isEmpty)
    }
}
