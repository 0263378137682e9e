import Domain
import Intake
import Testing

@Suite struct NoFollowUpWithFollowUpTests {
    @Test func `no follow-up beside another is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-448",
            [
                ["vervolg": "01+21"]
            ]
        )
        #expect(
            found == [
                .query("INT-448", row: 2, "vervolg")
            ]
        )
    }

    @Test func `alone it is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-448",
            [
                ["vervolg": "21"],
                ["vervolg": "01+02"],
            ]
        )
        #expect(found.isEmpty)
    }
}
