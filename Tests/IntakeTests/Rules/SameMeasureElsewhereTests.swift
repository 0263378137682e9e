import Domain
import Intake
import Testing

@Suite struct SameMeasureElsewhereTests {
    @Test func `the same measure at two institutions is asked about`() throws {
        let found = try TwoHolders(
            .protection(["bsn": FictiveNumber.text(1)]),
            .protection(["bsn": FictiveNumber.text(1), "datum_aanvang": "20190301"])
        ).findings(of: "INT-321")
        #expect(found == [.query("INT-321", row: 2, "maatregel")])
    }

    @Test func `one that was handed over the day before is in order`() throws {
        let found = try TwoHolders(
            .protection(["bsn": FictiveNumber.text(1), "datum_overgedragen": "20190228"]),
            .protection([
                "bsn": FictiveNumber.text(1), "datum_aanvang": "",
                "datum_overgedragen_gekregen": "20190301",
            ])
        ).findings(of: "INT-321")
        #expect(found == [])
    }
}
