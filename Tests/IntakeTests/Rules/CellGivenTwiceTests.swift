import Domain
import Intake
import Testing

@Suite struct CellGivenTwiceTests {
    @Test func `a cell with a second count is asked about`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-509",
            [
                [
                    "leeftijd": "0-11", "acuut": "J", "aard": "V", "kring": "J", "duur": "E",
                    "aantal": "3",
                ],
                [
                    "leeftijd": "0-11", "acuut": "J", "aard": "V", "kring": "J", "duur": "E",
                    "aantal": "4",
                ],
            ]
        )
        #expect(
            found == [
                .query("INT-509", row: 3, "aantal")
            ]
        )
    }

    @Test func `another cell is in order`() throws {
        let found = try RuleProbe("csg-counts").findings(
            of: "INT-509",
            [
                [
                    "leeftijd": "0-11", "acuut": "J", "aard": "V", "kring": "J", "duur": "E",
                    "aantal": "3",
                ],
                [
                    "leeftijd": "0-11", "acuut": "N", "aard": "V", "kring": "J", "duur": "E",
                    "aantal": "3",
                ],
            ]
        )
        #expect(found.isEmpty)
    }
}
