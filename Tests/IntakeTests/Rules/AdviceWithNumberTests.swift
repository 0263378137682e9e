import Domain
import Intake
import Testing

@Suite struct AdviceWithNumberTests {
    @Test func `a number with an advice is not kept`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-429",
            [
                [
                    "soort": "A", "rol": "", "casus": "", "betrokkenheid": "",
                    "bsn": FictiveNumber.text(900),
                ]
            ]
        )
        #expect(
            found == [
                .field("INT-429", row: 2, "bsn")
            ]
        )
    }

    @Test func `a report may carry one, an advice without one is in order`() throws {
        let found = try RuleProbe("veiligthuis").findings(
            of: "INT-429",
            [
                ["soort": "M", "bsn": FictiveNumber.text(900)],
                ["soort": "A", "rol": "", "casus": "", "betrokkenheid": "", "bsn": ""],
            ]
        )
        #expect(found.isEmpty)
    }
}
