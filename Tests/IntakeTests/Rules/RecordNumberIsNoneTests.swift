import Domain
import Intake
import Testing

@Suite struct RecordNumberIsNoneTests {
    @Test func `a row without a number of its record is left out`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-404",
            [
                ["nummer": ""],
                ["nummer": "ML 12"],
                ["nummer": "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"],
            ]
        )
        #expect(
            found == [
                .record("INT-404", row: 2, "nummer"),
                .record("INT-404", row: 3, "nummer"),
                .record("INT-404", row: 4, "nummer"),
            ]
        )
    }

    @Test func `a number of 32 signs stays`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-404",
            [
                ["nummer": "ML/2019-12_a.1"],
                ["nummer": "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"],
            ]
        )
        #expect(found.isEmpty)
    }
}
