import Domain
import Intake
import Testing

@Suite struct ContactIsBeforePeriodTests {
    @Test func `the day before the half-year leaves the record out`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-520",
            [
                ["datum": "20181231"]
            ]
        )
        #expect(
            found == [
                .record("INT-520", row: 2, "datum")
            ]
        )
    }

    @Test func `its first day is allowed`() throws {
        let found = try RuleProbe("csg-records").findings(
            of: "INT-520",
            [
                ["datum": "20190101"]
            ]
        )
        #expect(found.isEmpty)
    }
}
