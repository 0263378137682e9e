import Columns
import Definitions
import Domain
import Intake
import Testing

@Suite struct RowShapeTests {
    private func delivery(_ change: (inout [String]) -> Void) throws -> CheckedDelivery {
        let text = try DeliveryText.assistance([:], [:], [:])
        var lines = [text.header] + text.lines
        change(&lines)
        return try CheckedDelivery(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    @Test(arguments: 1...3)
    func `a row with a field too many or too few refuses the file`(_ row: Int) throws {
        let more = try delivery { $0[row] += ";" }
        #expect(more.findings == [.file("INT-004", row: row + 1)])
        let fewer = try delivery { $0[row] = String($0[row].dropLast()) }
        #expect(fewer.findings == [.file("INT-004", row: row + 1)])
        #expect(fewer.read.rows.count == 0)
    }

    @Test func `an empty line is a row with too few fields`() throws {
        let delivery = try delivery { $0.insert("", at: 2) }
        #expect(delivery.findings == [.file("INT-004", row: 3)])
    }

    @Test func `text behind a closing quote refuses the file`() throws {
        let delivery = try DeliveryText.assistance(["verwijzer": "\"01\"x"]).checked()
        #expect(delivery.findings == [.file("INT-004", row: 2)])
    }

    @Test(arguments: ["1234567", "123456789", "1234567X", "", "KvK 12345678"])
    func `a holder that is no KvK number refuses the file`(_ holder: String) throws {
        let delivery = try DeliveryText.assistance(["aanbieder": holder]).checked()
        #expect(delivery.findings == [.file("INT-007", row: 2, "aanbieder")])
        #expect(delivery.read.holder == nil)
    }

    @Test(arguments: ["2019", "2019H3", "2019h1", "2019-H1", "19H1", "", "2019H12", "0999H1"])
    func `what is no half-year refuses the file`(_ period: String) throws {
        let delivery = try DeliveryText.assistance(["verslagperiode": period]).checked()
        #expect(delivery.findings == [.file("INT-009", row: 2, "verslagperiode")])
        #expect(delivery.read.period == nil)
    }

    @Test func `holder and half-year may both be wrong`() throws {
        let row = ["aanbieder": "1", "verslagperiode": "1"]
        #expect(
            try DeliveryText.assistance(row).checked().findings == [
                .file("INT-007", row: 2, "aanbieder"), .file("INT-009", row: 2, "verslagperiode"),
            ]
        )
    }

    @Test func `another holder further on refuses the file`() throws {
        let delivery = try DeliveryText.assistance([:], [:], ["aanbieder": "12345679"]).checked()
        #expect(delivery.findings == [.file("INT-008", row: 4, "aanbieder")])
        #expect(delivery.read.rows.count == 0)
    }

    @Test func `another half-year further on refuses the file`() throws {
        let delivery = try DeliveryText.assistance([:], ["verslagperiode": "2018H2"]).checked()
        #expect(delivery.findings == [.file("INT-010", row: 3, "verslagperiode")])
    }

    @Test func `a line may be as long as the limit and no longer`() throws {
        let limit = try #require(
            Shipped.definitions().sources["jeugdhulp"]?.limits["longest-line-bytes"]
        )
        var text = try DeliveryText.assistance([:], [:]).adding("opmerking")
        let length = text.lines[1].utf8.count + 1
        text.rows[1]["opmerking"] = String(repeating: "x", count: limit - length)
        #expect(try text.checked().findings == [.note("INT-020", subject: "opmerking")])
        text.rows[1]["opmerking"] = String(repeating: "x", count: limit - length + 1)
        let delivery = try text.checked()
        #expect(
            delivery.findings == [
                .note("INT-020", subject: "opmerking"),
                .file("INT-011", row: 3, subject: "\(limit)"),
            ]
        )
        #expect(delivery.read.rows.count == 0)
    }
}
