import Domain
import Testing

@Suite struct ClosedByUnusualReferrerTests {
    @Test(arguments: ["02", "03", "05", "06"])
    func `a closed placement by an unusual referrer is noted and kept`(
        _ referrer: String
    ) throws {
        let delivery = try DeliveryText.assistance(["hulpvorm": "13", "verwijzer": referrer])
            .checked()
        #expect(delivery.findings == [.note("INT-170", row: 2, "verwijzer")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.stored("referrer") == [UInt32(referrer) ?? 0])
    }

    @Test(arguments: ["01", "04", "08"])
    func `an institution, a judge or a municipality is usual`(_ referrer: String) throws {
        let delivery = try DeliveryText.assistance(["hulpvorm": "13", "verwijzer": referrer])
            .checked()
        #expect(delivery.findings.isEmpty)
    }

    @Test func `another form may have any referrer, and an alias is the same form`() throws {
        let delivery = try DeliveryText.assistance(
            ["hulpvorm": "14", "verwijzer": "02"],
            ["hulpvorm": "37", "verwijzer": "02"]
        ).checked()
        #expect(
            delivery.findings == [
                .note("INT-170", row: 3, "verwijzer"), .note("INT-171", row: 3, "hulpvorm"),
            ]
        )
    }

    @Test func `an empty or unknown referrer is another matter`() throws {
        let delivery = try DeliveryText.assistance(
            ["hulpvorm": "13", "verwijzer": ""],
            ["hulpvorm": "13", "verwijzer": "99"]
        ).checked()
        #expect(
            delivery.findings == [
                .query("INT-153", row: 2, "verwijzer"), .field("INT-126", row: 3, "verwijzer"),
            ]
        )
    }
}
