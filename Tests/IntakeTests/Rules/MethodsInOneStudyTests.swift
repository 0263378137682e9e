import Domain
import Intake
import Testing

@Suite struct MethodsInOneStudyTests {
    @Test func `two methods in one study are told`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-830",
            [
                ["methode": "informant"],
                [
                    "methode": "zelfrapportage", "per_1000": "120", "bovengrens": "",
                    "ondergrens": "",
                ],
            ]
        )
        #expect(
            found == [
                .note("INT-830", row: 3, "methode")
            ]
        )
    }

    @Test func `one method is in order`() throws {
        let found = try RuleProbe("prevalence").findings(
            of: "INT-830",
            [
                ["methode": "informant"],
                ["methode": "informant", "vorm": "seksueel misbruik"],
            ]
        )
        #expect(found.isEmpty)
    }
}
