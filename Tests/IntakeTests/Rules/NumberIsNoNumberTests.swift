import Columns
import Domain
import Intake
import Testing

@Suite struct NumberIsNoNumberTests {
    @Test(arguments: [
        FictiveNumber.failing(3), String(FictiveNumber.text(3).dropLast()),
        FictiveNumber.text(3) + "0", "X" + FictiveNumber.text(3).dropFirst(), "onbekend", "0",
        " " + FictiveNumber.text(3), "900.000.0012",
    ])
    func `what is no number is emptied and the record counts without a person`(
        _ number: String
    ) throws {
        let delivery = try DeliveryText.assistance(["bsn": number], [:]).checked()
        #expect(delivery.findings == [.field("INT-120", row: 2, "bsn")])
        #expect(delivery.leftOut.isEmpty)
        #expect(delivery.numberStates == [NumberState.invalid, nil])
        #expect(delivery.group?.order.entries.map(\.row) == [1, 0])
    }

    @Test(arguments: 0..<50)
    func `a changed last digit always fails the elfproef`(_ index: Int) throws {
        let delivery = try DeliveryText.assistance(["bsn": FictiveNumber.failing(index)]).checked()
        #expect(delivery.findings == [.field("INT-120", row: 2, "bsn")])
    }

    @Test(arguments: [
        ("2015H1", NumberState.unknown, NumberState.unborn),
        ("2015H2", NumberState.unknown, NumberState.unborn),
        ("2016H1", NumberState.unborn, NumberState.unknown),
        ("2019H1", NumberState.unborn, NumberState.unknown),
    ])
    func `zeros and nines are codes before they are numbers and changed places in 2016`(
        _ period: String,
        _ zeros: UInt32,
        _ nines: UInt32
    ) throws {
        let delivery = try DeliveryText.assistance(
            in: period,
            ["bsn": "000000000"],
            ["bsn": "999999999"]
        ).checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.numberStates == [zeros, nines])
    }

    @Test func `it holds for measures too`() throws {
        let delivery = try DeliveryText.protection(["bsn": FictiveNumber.failing(1)]).checked()
        #expect(delivery.findings == [.field("INT-120", row: 2, "bsn")])
    }
}
