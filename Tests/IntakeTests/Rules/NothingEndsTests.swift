import Domain
import Intake
import Testing

@Suite struct NothingEndsTests {
    @Test func `50 records of which none ends are asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-708",
            many(50) { _ in [:] }
        )
        #expect(
            found == [
                .query("INT-708", subject: "50")
            ]
        )
    }

    @Test func `one end is enough`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-708",
            many(50) { $0 == 7 ? ["datum_einde": "20190501", "reden_beeindiging": "01"] : [:] }
        )
        #expect(found.isEmpty)
    }
}
