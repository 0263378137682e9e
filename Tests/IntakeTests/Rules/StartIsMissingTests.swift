import Domain
import Testing

@Suite struct StartIsMissingTests {
    @Test func `a record without a start is left out`() throws {
        let delivery = try DeliveryText.assistance(["datum_aanvang": ""], [:]).checked()
        #expect(delivery.findings == [.record("INT-101", row: 2, "datum_aanvang")])
        #expect(delivery.leftOut == [2])
    }

    @Test func `a measure that was taken over needs no start`() throws {
        let takenOver = ["datum_aanvang": "", "datum_overgedragen_gekregen": "20190301"]
        let delivery = try DeliveryText.protection(takenOver, ["datum_aanvang": ""]).checked()
        #expect(delivery.findings == [.record("INT-101", row: 3, "datum_aanvang")])
        #expect(delivery.leftOut == [3])
    }
}
