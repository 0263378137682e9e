import Columns
import Domain
import Intake
import Testing

@Suite struct CarrierTests {
    private static func rows() throws -> DeliveryText {
        try .assistance(
            ["verwijzer": "04"],
            ["datum_einde": "20190430", "reden_beeindiging": "02"],
            ["bsn": "999999999", "geslacht": "O"]
        )
    }

    /// What is read of a delivery, without the numbers, which are scrambled anew for each run.
    private func content(_ delivery: CheckedDelivery) -> [[UInt32]] {
        let columns = delivery.group?.kept().columns.map(\.name) ?? []
        return columns.map(delivery.stored)
    }

    @Test(arguments: [
        (";", "\n", ""), (";", "\r\n", ""), (",", "\n", ""), (",", "\r\n", "\u{FEFF}"),
        (";", "\n", "\u{FEFF}"), (";", "\r\n", "\u{FEFF}"),
    ])
    func `separator, line end and byte order mark make no difference`(
        _ separator: String,
        _ lineEnd: String,
        _ mark: String
    ) throws {
        var text = try CarrierTests.rows()
        let expected = try content(text.checked())
        text.separator = separator
        text.lineEnd = lineEnd
        let delivery = try CheckedDelivery(Array((mark + text.text).utf8))
        #expect(delivery.findings.isEmpty)
        #expect(content(delivery) == expected)
        #expect(delivery.read.rowCount == 3)
    }

    @Test(arguments: ["\n", "\r\n"])
    func `the last line need not end`(_ lineEnd: String) throws {
        var text = try CarrierTests.rows()
        text.lineEnd = lineEnd
        let bytes = Array(text.text.utf8).dropLast(lineEnd.utf8.count)
        let delivery = try CheckedDelivery(Array(bytes))
        #expect(delivery.findings.isEmpty)
        #expect(delivery.read.rowCount == 3)
    }

    @Test func `every field may stand in quotes`() throws {
        let text = try CarrierTests.rows()
        let lines = text.lines.map { line in
            line.split(separator: ";", omittingEmptySubsequences: false)
                .map { "\"\($0)\"" }.joined(separator: ";")
        }
        let quoted = ([text.header] + lines).joined(separator: "\r\n")
        let delivery = try CheckedDelivery(Array(quoted.utf8))
        #expect(delivery.findings.isEmpty)
        #expect(try content(delivery) == content(text.checked()))
    }

    @Test(arguments: [
        "\"a;b\"", "\"a\nb\"", "\"a\r\nb\"", "\"a\"\"b\"", "\"\"\"\"", "\";\n;\"\"\n\"",
    ])
    func `a quoted field may hold separators, line ends and doubled quotes`(
        _ remark: String
    ) throws {
        var text = try CarrierTests.rows().adding("opmerking")
        text.rows[0]["opmerking"] = remark
        text.rows[2]["opmerking"] = remark
        let delivery = try text.checked()
        #expect(delivery.findings == [.note("INT-020", subject: "opmerking")])
        #expect(try content(delivery) == content(CarrierTests.rows().checked()))
    }

    @Test func `a separator in a quoted field of the protocol is part of the value`() throws {
        let delivery = try DeliveryText.assistance(["verwijzer": "\"0;1\""]).checked()
        #expect(delivery.findings == [.field("INT-126", row: 2, "verwijzer")])
    }

    @Test(arguments: ["\"", "\"x"])
    func `a quote that is never closed refuses the file`(_ remark: String) throws {
        var text = try CarrierTests.rows().adding("opmerking")
        text.rows[1]["opmerking"] = remark
        let delivery = try text.checked()
        #expect(delivery.read.isRefused)
        #expect(delivery.findings.map(\.code).contains("INT-013"))
        #expect(delivery.read.rows.count == 0)
    }

    @Test func `dates may be written with hyphens`() throws {
        let row = [
            "geboortedatum": "2010-01-15", "datum_aanvang": "2019-02-01",
            "datum_einde": "2019-04-30", "reden_beeindiging": "01",
        ]
        let compact = row.mapValues { $0.filter { $0 != "-" } }
        let delivery = try DeliveryText.assistance(row).checked()
        #expect(delivery.findings.isEmpty)
        #expect(try content(delivery) == content(DeliveryText.assistance(compact).checked()))
    }
}
