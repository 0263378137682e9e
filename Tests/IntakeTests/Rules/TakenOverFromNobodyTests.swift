import Domain
import Intake
import Testing

@Suite struct TakenOverFromNobodyTests {
    @Test func `a take-over that nobody handed over is asked about`() throws {
        let found = try TwoHolders(
            .protection([
                "bsn": FictiveNumber.text(1), "datum_aanvang": "",
                "datum_overgedragen_gekregen": "20190303",
            ]),
            .protection(["bsn": FictiveNumber.text(1), "datum_overgedragen": "20190301"])
        ).findings(of: "INT-323")
        #expect(found == [.query("INT-323", row: 2, "datum_overgedragen_gekregen")])
    }

    @Test func `one that meets, or one on the first day, is in order`() throws {
        let found = try TwoHolders(
            .protection(
                [
                    "bsn": FictiveNumber.text(1), "datum_aanvang": "",
                    "datum_overgedragen_gekregen": "20190302",
                ],
                ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190101"]
            ),
            .protection(["bsn": FictiveNumber.text(1), "datum_overgedragen": "20190301"])
        ).findings(of: "INT-323")
        #expect(found == [])
    }
}
