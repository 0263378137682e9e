import Domain
import Intake
import Testing

@Suite struct RecordIsRepeatedTests {
    private let number = FictiveNumber.text(1)

    @Test func `of identical records only the first is kept`() throws {
        let row = ["bsn": number]
        let delivery = try DeliveryText.assistance(row, row, [:], row).checked()
        #expect(delivery.findings == [.record("INT-110", row: 3), .record("INT-110", row: 5)])
        #expect(delivery.leftOut == [3, 5])
        #expect(delivery.stored("code") == [2, 2])
    }

    @Test func `what is written in another way is still the same`() throws {
        let delivery = try DeliveryText.assistance(
            [
                "bsn": number, "datum_aanvang": "20190201", "gemeente": "GM0363",
                "hulpvorm": "02",
            ],
            [
                "bsn": "\"\(number)\"", "datum_aanvang": "2019-02-01", "gemeente": "0363",
                "hulpvorm": "32", "verwijzer": "\"01\"",
            ]
        ).checked()
        #expect(
            delivery.findings == [
                .record("INT-110", row: 3), .note("INT-171", row: 3, "hulpvorm"),
            ]
        )
    }

    @Test func `records without a person are compared too`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": "999999999"],
            ["bsn": "999999999"],
            ["bsn": "999999999", "verwijzer": "02"],
            ["bsn": "000000000"]
        ).checked()
        #expect(delivery.findings == [.record("INT-110", row: 3)])
        #expect(delivery.leftOut == [3])
    }

    @Test func `values are compared as delivered, not as emptied`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": number, "verwijzer": "98"],
            ["bsn": number, "verwijzer": "99"],
            ["bsn": number, "verwijzer": "98"]
        ).checked()
        #expect(
            delivery.findings
                == [
                    .field("INT-126", row: 2, "verwijzer"), .field("INT-126", row: 3, "verwijzer"),
                    .query("INT-158", row: 3, "datum_aanvang"), .record("INT-110", row: 4),
                    .field("INT-126", row: 4, "verwijzer"),
                ].sorted { ($0.row ?? 0, $0.code) < ($1.row ?? 0, $1.code) }
        )
        #expect(delivery.leftOut == [4])
    }

    @Test func `an unknown municipality is the same with and without quotes`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": number, "gemeente": "GM9999"],
            ["bsn": number, "gemeente": "\"GM9999\""]
        ).checked()
        #expect(
            delivery.findings == [
                .field("INT-125", row: 2, "gemeente"), .record("INT-110", row: 3),
                .field("INT-125", row: 3, "gemeente"),
            ]
        )
    }

    @Test func `a column outside the protocol makes no difference`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": number, "opmerking": "een"],
            ["bsn": number, "opmerking": "twee"]
        ).adding("opmerking").checked()
        #expect(
            delivery.findings == [
                .note("INT-020", subject: "opmerking"), .record("INT-110", row: 3),
            ]
        )
    }

    @Test(arguments: [
        ["postcode": "1234AB"], ["geslacht": "O"], ["gestart_met_crisis": "J"],
        ["perspectief": "04"], ["datum_einde": "20190630", "reden_beeindiging": "01"],
        ["geslacht": ""], ["gemeente": "GM0344"],
    ])
    func `a difference in any one column makes another record`(_ other: [String: String]) throws {
        let own = ["bsn": number]
        let delivery = try DeliveryText.assistance(own, own.merging(other) { $1 }).checked()
        #expect(!delivery.findings.contains { $0.code == "INT-110" })
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `the same record in another delivery is not a repetition`() throws {
        let delivery = try DeliveryText.assistance(["bsn": number]).checked()
        let group = try DeliveryGroup(
            files: [delivery.read, delivery.read],
            kernel: nil,
            context: Shipped.context(),
            leftOutLimit: (5, 5)
        )
        #expect(group.files.allSatisfy { $0.allFindings.isEmpty && $0.leftOut == 0 })
    }
}
