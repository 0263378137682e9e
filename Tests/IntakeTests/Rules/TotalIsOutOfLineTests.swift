import Domain
import Intake
import Testing

@Suite struct TotalIsOutOfLineTests {
    @Test func `a total far from four earlier ones is asked about`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-702",
            many(60) { _ in [:] },
            after: ["2017H1": 50, "2017H2": 51, "2018H1": 49, "2018H2": 52]
        )
        #expect(found == [.query("INT-702", subject: "6,4")])
    }

    @Test func `one close to them, or too few of them, is in order`() throws {
        let found = try RuleProbe("jeugdhulp").findings(
            of: "INT-702",
            many(54) { _ in [:] },
            after: ["2017H1": 50, "2017H2": 51, "2018H1": 49, "2018H2": 52]
        )
        #expect(found == [])
    }
}
