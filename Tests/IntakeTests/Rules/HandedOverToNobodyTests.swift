import Domain
import Intake
import Testing

@Suite struct HandedOverToNobodyTests {
    @Test func `a transfer that nobody took over is asked about`() throws {
        let found = try TwoHolders(
            .protection(["bsn": FictiveNumber.text(1), "datum_overgedragen": "20190301"]),
            .protection([
                "bsn": FictiveNumber.text(1), "datum_aanvang": "",
                "datum_overgedragen_gekregen": "20190303",
            ])
        ).findings(of: "INT-322")
        #expect(found == [.query("INT-322", row: 2, "datum_overgedragen")])
    }

    @Test func `one that meets on the next day is in order`() throws {
        let found = try TwoHolders(
            .protection(["bsn": FictiveNumber.text(1), "datum_overgedragen": "20190301"]),
            .protection([
                "bsn": FictiveNumber.text(1), "datum_aanvang": "",
                "datum_overgedragen_gekregen": "20190302",
            ])
        ).findings(of: "INT-322")
        #expect(found == [])
    }
}
