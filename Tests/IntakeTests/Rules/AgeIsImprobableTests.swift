import Domain
import Intake
import Testing

@Suite struct AgeIsImprobableTests {
    @Test func `121 is asked about`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-807",
            [
                ["age": "121"]
            ]
        )
        #expect(
            found == [
                .query("INT-807", row: 2, "age")
            ]
        )
    }

    @Test func `120 is in order`() throws {
        let found = try RuleProbe("population").findings(
            of: "INT-807",
            [
                ["age": "120"]
            ]
        )
        #expect(found.isEmpty)
    }
}
