import Columns
import Domain
import Testing

@Suite struct NumberIsEmptyTests {
    @Test func `an empty number is asked about and the record is kept`() throws {
        let delivery = try DeliveryText.assistance(["bsn": ""], ["bsn": "999999999"]).checked()
        #expect(delivery.findings == [.query("INT-150", row: 2, "bsn")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.numberStates == [NumberState.absent, NumberState.unknown])
    }

    @Test func `quotes around nothing are empty too`() throws {
        let delivery = try DeliveryText.protection(["bsn": "\"\""]).checked()
        #expect(delivery.findings == [.query("INT-150", row: 2, "bsn")])
    }
}
