import Domain
import Intake
import Testing

@Suite struct BirthsAreHeapedTests {
    @Test func `6 of 50 births on New Year's Day are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-710",
            many(50) { ["geboortedatum": $0 < 6 ? "20100101" : "20100115"] }
        )
        #expect(
            found == [
                .query("INT-710", subject: "12")
            ]
        )
    }

    @Test func `5 of 50 are in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-710",
            many(50) { ["geboortedatum": $0 < 5 ? "20100101" : "20100115"] }
        )
        #expect(found.isEmpty)
    }
}
