import Domain
import Intake
import Testing

@Suite struct OnlineWithForensicExamTests {
    @Test func `a forensic examination of an online act is told`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-531",
            [
                ["aard": "O", "forensisch": "J"]
            ]
        )
        #expect(
            found == [
                .note("INT-531", row: 2, "forensisch")
            ]
        )
    }

    @Test func `of another act it is in order`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-531",
            [
                ["aard": "O", "forensisch": "N"],
                ["aard": "V", "forensisch": "J"],
            ]
        )
        #expect(found.isEmpty)
    }
}
