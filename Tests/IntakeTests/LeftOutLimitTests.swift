import Domain
import Intake
import Testing

@Suite struct LeftOutLimitTests {
    private func delivery(rows: Int, broken: Int) throws -> CheckedDelivery {
        let all = (0..<rows).map { $0 < broken ? ["hulpvorm": "99"] : [:] }
        return try DeliveryText("jeugdhulp", "2019H1", all).checked()
    }

    @Test(arguments: [
        (5, 5), (100, 5), (120, 6), (140, 7), (1, 1),
    ])
    func `five records, or five percent, may be left out`(_ rows: Int, _ broken: Int) throws {
        let delivery = try delivery(rows: rows, broken: broken)
        #expect(!delivery.isRefused)
        #expect(delivery.leftOut.count == broken)
        #expect(delivery.group?.kept().rowCount == rows - broken)
        #expect(delivery.group?.kept().rowsOfFile == [rows - broken])
    }

    @Test(arguments: [(6, 6), (119, 6), (139, 7)])
    func `more than five and more than five percent refuse the file`(
        _ rows: Int,
        _ broken: Int
    ) throws {
        let delivery = try delivery(rows: rows, broken: broken)
        #expect(delivery.isRefused)
        #expect(delivery.findings.first == .file("INT-014", subject: "\(broken)/\(rows)"))
        #expect(delivery.findings.count { $0.code == "INT-108" } == broken)
        #expect(delivery.group?.kept().rowCount == 0)
        #expect(delivery.group?.kept().files == [])
    }

    @Test func `a record that breaks several rules is left out once`() throws {
        let rows = (0..<6).map { _ in ["hulpvorm": "99", "datum_aanvang": ""] }
        let text = try DeliveryText(
            "jeugdhulp",
            "2019H1",
            rows + [[String: String]](repeating: [:], count: 114)
        )
        let delivery = try text.checked()
        #expect(!delivery.isRefused)
        #expect(delivery.group?.files[0].leftOut == 6)
    }

    @Test func `a repeated record counts as left out`() throws {
        let same = [[String: String]](repeating: ["bsn": FictiveNumber.text(500)], count: 7)
        let delivery = try DeliveryText("jeugdhulp", "2019H1", same).checked()
        #expect(delivery.findings.first == .file("INT-014", subject: "6/7"))
    }
}
