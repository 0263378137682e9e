import Domain
import Testing

@Suite struct PerspectiveIsUnknownCodeTests {
    @Test(arguments: ["00", "05", "2", "XX"])
    func `a code outside the list is emptied`(_ code: String) throws {
        let delivery = try DeliveryText.assistance(["perspectief": code]).checked()
        #expect(delivery.findings == [.field("INT-128", row: 2, "perspectief")])
        #expect(delivery.leftOut.isEmpty)
    }

    @Test func `01 is in the list up to 2017`() throws {
        let before = try DeliveryText.assistance(in: "2017H2", ["perspectief": "01"]).checked()
        #expect(before.findings.isEmpty)
        let after = try DeliveryText.assistance(in: "2018H1", ["perspectief": "01"]).checked()
        #expect(after.findings == [.field("INT-128", row: 2, "perspectief")])
    }

    @Test func `the column is unknown from 2021 and not read`() throws {
        let before = try DeliveryText.assistance(in: "2020H2", ["perspectief": "99"]).checked()
        #expect(before.findings == [.field("INT-128", row: 2, "perspectief")])
        let after = try DeliveryText.assistance(in: "2021H1", ["perspectief": "99"])
            .adding("perspectief").checked()
        #expect(after.findings == [.note("INT-020", subject: "perspectief")])
    }
}
