import Definitions
import Domain
import Intake
import Testing

@Suite struct FixedWidthTests {
    private static func layout() throws -> FixedWidthLayout {
        try #require(Shipped.definitions().layouts["voorbeeld-jeugdhulp"])
    }

    /// A delivery as lines on the places of the layout.
    private func lines(_ text: DeliveryText, _ layout: FixedWidthLayout) -> [String] {
        text.lines.map { line in
            let values = line.split(separator: ";", omittingEmptySubsequences: false)
            var out = ""
            for field in layout.fields {
                let index = text.columns.firstIndex(of: field.column)
                let value = index.map { String(values[$0]) } ?? ""
                out += value + String(repeating: " ", count: field.width - value.count)
            }
            return out
        }
    }

    private static func text() throws -> DeliveryText {
        try .assistance(
            [:],
            ["verwijzer": "99"],
            ["datum_einde": "20190430", "reden_beeindiging": "02"],
            ["hulpvorm": "99"]
        )
    }

    @Test(arguments: ["\n", "\r\n"])
    func `lines on fixed places give the findings of the same delivery as text`(
        _ end: String
    ) throws {
        let layout = try FixedWidthTests.layout()
        let text = try FixedWidthTests.text()
        let bytes = Array(lines(text, layout).map { $0 + end }.joined().utf8)
        let carried = try CarriedDelivery(
            bytes,
            suffix: ".txt",
            options: CarrierOptions(layout: layout)
        )
        let plain = try text.checked()
        // There is no header line, so each row stands one line higher.
        let expected = plain.findings.map { ($0.code, $0.row.map { $0 - 1 }, $0.field) }
        #expect(carried.findings.map(\.code) == expected.map(\.0))
        #expect(carried.findings.map(\.row) == expected.map(\.1))
        #expect(carried.findings.map(\.field) == expected.map(\.2))
        #expect(carried.files[0].rowCount == 4)
        #expect(carried.findings.contains { $0.code == "INT-126" && $0.row == 2 })
    }

    @Test(arguments: [0, 1, 3])
    func `a line that was cut or has grown refuses the file and names the line`(
        _ line: Int
    ) throws {
        let layout = try FixedWidthTests.layout()
        let lines = lines(try FixedWidthTests.text(), layout)
        for change in [String(lines[line].dropLast()), lines[line] + " "] {
            var copy = lines
            copy[line] = change
            let carried = try CarriedDelivery(
                Array(copy.joined(separator: "\n").utf8),
                suffix: ".txt",
                options: CarrierOptions(layout: layout)
            )
            let expected = Finding(
                code: "INT-030",
                severity: .file,
                row: line + 1,
                subject: String(layout.width)
            )
            #expect(carried.findings == [expected])
        }
    }

    @Test func `layouts that are shipped say that they are examples`() throws {
        let layouts = try Shipped.definitions().layouts
        #expect(layouts.keys.sorted() == ["voorbeeld-jeugdbescherming", "voorbeeld-jeugdhulp"])
        #expect(layouts.values.allSatisfy { $0.isExample })
    }
}
