import Domain
import Intake
import Testing

@Suite struct SameStartTwiceTests {
    private let number = FictiveNumber.text(1)

    @Test func `the same person, form and start with other content is asked about and kept`()
        throws
    {
        let delivery = try DeliveryText.assistance(
            ["bsn": number, "verwijzer": "01"],
            ["bsn": number, "verwijzer": "02"]
        ).checked()
        #expect(delivery.findings == [.query("INT-158", row: 3, "datum_aanvang")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("referrer") == [1, 2])
    }

    @Test(arguments: [["hulpvorm": "03"], ["datum_aanvang": "20190202"]])
    func `another form or start is another trajectory`(_ other: [String: String]) throws {
        let own = ["bsn": number]
        let delivery = try DeliveryText.assistance(own, own.merging(other) { $1 }).checked()
        #expect(delivery.findings.isEmpty)
    }

    @Test func `records without a person are not compared`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": "999999999", "verwijzer": "01"],
            ["bsn": "999999999", "verwijzer": "02"]
        ).checked()
        #expect(delivery.findings.isEmpty)
    }

    @Test func `an alias of the form is the same form`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": number, "hulpvorm": "13", "verwijzer": "01"],
            ["bsn": number, "hulpvorm": "37", "verwijzer": "04"]
        ).checked()
        #expect(
            delivery.findings == [
                .query("INT-158", row: 3, "datum_aanvang"), .note("INT-171", row: 3, "hulpvorm"),
            ]
        )
    }

    @Test func `the later row of the file is asked about, whichever ended first`() throws {
        let delivery = try DeliveryText.assistance(
            ["bsn": number, "datum_einde": "20190430", "reden_beeindiging": "01"],
            ["bsn": number],
            ["bsn": number, "datum_einde": "20190315", "reden_beeindiging": "01"]
        ).checked()
        #expect(
            delivery.findings == [
                .query("INT-158", row: 3, "datum_aanvang"),
                .query("INT-158", row: 4, "datum_aanvang"),
            ]
        )
    }

    @Test func `the same start at another institution is not asked about`() throws {
        let one = try DeliveryText.assistance(["bsn": number, "verwijzer": "01"]).checked()
        let other = try DeliveryText.assistance(["bsn": number, "verwijzer": "02"]).checked()
        let group = try DeliveryGroup(
            files: [one.read, other.read],
            kernel: nil,
            context: Shipped.context(),
            leftOutLimit: (5, 5)
        )
        #expect(group.files.allSatisfy { $0.allFindings.isEmpty })
    }

    @Test func `of a measure that was taken over the day of taking over counts`() throws {
        let delivery = try DeliveryText.protection(
            ["bsn": number, "datum_aanvang": "", "datum_overgedragen_gekregen": "20190301"],
            ["bsn": number, "datum_aanvang": "20190301", "gemeente": "GM0344"],
            ["bsn": number, "datum_aanvang": "20190302"]
        ).checked()
        #expect(delivery.findings == [.query("INT-158", row: 3, "datum_aanvang")])
    }
}
