import Domain
import Intake
import Testing

@Suite struct EndsAreHeapedTests {
    @Test func `21 of 50 ends on the last day are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-705",
            many(50) {
                ["datum_einde": $0 < 21 ? "20190630" : "20190501", "reden_beeindiging": "01"]
            }
        )
        #expect(
            found == [
                .query("INT-705", subject: "42")
            ]
        )
    }

    @Test func `20 of 50 are in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-705",
            many(50) {
                ["datum_einde": $0 < 20 ? "20190630" : "20190501", "reden_beeindiging": "01"]
            }
        )
        #expect(found.isEmpty)
    }
}
