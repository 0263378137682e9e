import Domain
import Intake
import Testing

@Suite struct NatureNeedsChildTests {
    @Test func `a nature of child maltreatment with another occasion is asked about`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-443",
            [
                ["aard": "01+08", "aanleiding": "01"],
                ["aard": "05", "aanleiding": "03+09"],
            ]
        )
        #expect(
            found == [
                .query("INT-443", row: 2, "aard"),
                .query("INT-443", row: 3, "aard"),
            ]
        )
    }

    @Test func `with child maltreatment among the occasions, or none known, it is in order`() throws
    {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-443",
            [
                ["aard": "08", "aanleiding": "01+08"],
                ["aard": "06", "aanleiding": "01"],
                ["aard": "08", "aanleiding": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
