import Domain
import Testing

@Suite struct GuardianshipOfAdultTests {
    private func row(_ type: String, _ other: [String: String]) -> [String: String] {
        ["maatregel": type, "datum_aanvang": "20180201"].merging(other) { $1 }
    }

    @Test(arguments: ["21", "22", "23"])
    func `guardianship that runs past the eighteenth birthday is asked about`(_ type: String) throws
    {
        let delivery = try DeliveryText.protection(
            row(type, ["geboortedatum": "20010629"]),
            row(type, ["geboortedatum": "20010630"])
        ).checked()
        #expect(delivery.findings == [.query("INT-204", row: 2, "geboortedatum")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test(arguments: ["21", "22", "23"])
    func `guardianship may end or pass on the birthday itself`(_ type: String) throws {
        func ended(_ day: String) -> [String: String] {
            row(
                type,
                [
                    "geboortedatum": "20010501", "datum_einde": day, "reden_beeindiging": "11",
                ]
            )
        }
        func handedOver(_ day: String) -> [String: String] {
            row(type, ["geboortedatum": "20010501", "datum_overgedragen": day])
        }
        let delivery = try DeliveryText.protection(
            ended("20190501"),
            ended("20190502"),
            handedOver("20190501"),
            handedOver("20190502")
        ).checked()
        #expect(
            delivery.findings == [
                .query("INT-204", row: 3, "geboortedatum"),
                .query("INT-204", row: 5, "geboortedatum"),
            ]
        )
    }

    @Test(arguments: ["21", "22", "23"])
    func `a youth of unknown age is not asked about`(_ type: String) throws {
        let delivery = try DeliveryText.protection(row(type, ["geboortedatum": "99999999"]))
            .checked()
        #expect(delivery.findings.isEmpty)
    }
}
