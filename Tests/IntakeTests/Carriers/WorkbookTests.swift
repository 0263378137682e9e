import Domain
import Intake
import TestSupport
import Testing

@Suite struct WorkbookTests {
    private static func text() throws -> DeliveryText {
        try .assistance(
            [:],
            ["verwijzer": "99"],
            ["datum_einde": "20190430", "reden_beeindiging": "02"],
            ["hulpvorm": "99"]
        )
    }

    private func checked(_ book: HandMadeWorkbook) throws -> CarriedDelivery {
        try CarriedDelivery(book.archive.bytes, suffix: ".xlsx")
    }

    @Test(arguments: [true, false])
    func `a sheet gives the findings of the same delivery as text`(_ inline: Bool) throws {
        let text = try WorkbookTests.text()
        let carried = try checked(HandMadeWorkbook(text, inline: inline))
        #expect(try carried.findings == text.checked().findings)
        #expect(carried.files[0].rowCount == 4)
    }

    @Test func `rows keep the number they have in the sheet`() throws {
        var book = HandMadeWorkbook(try WorkbookTests.text())
        for index in book.rows.indices { book.rows[index].number += 2 + index * 3 }
        book.rows.insert((book.rows[1].number + 1, [""]), at: 2)
        let carried = try checked(book)
        let found = carried.findings.first { $0.code == "INT-126" }
        #expect(found?.row == 11)
    }

    @Test func `a number gets back the zeros that a spreadsheet takes off`() throws {
        let text = try DeliveryText.assistance(["verwijzer": "01", "gemeente": "0363"])
        var book = HandMadeWorkbook(text)
        let place = try #require(text.columns.firstIndex(of: "verwijzer"))
        book.rows[1].cells[place] = "<c ><v>1</v></c>"
        let town = try #require(text.columns.firstIndex(of: "gemeente"))
        book.rows[1].cells[town] = "<c ><v>3.63E2</v></c>"
        let carried = try checked(book)
        #expect(carried.findings == [Finding(code: "INT-041", severity: .note, subject: "2")])
    }

    @Test(arguments: [("", 43_497), ("date1904=\"1\"", 42_035)])
    func `a cell that shows a date is a day, in either count`(
        _ properties: String,
        _ serial: Int
    ) throws {
        let text = try DeliveryText.assistance([:])
        var book = HandMadeWorkbook(text)
        book.properties = properties
        book.formats = [0, 14, 170]
        let place = try #require(text.columns.firstIndex(of: "datum_aanvang"))
        for format in [1, 2] {
            // 1 February 2019, at noon.
            book.rows[1].cells[place] = "<c s=\"\(format)\"><v>\(serial).5</v></c>"
            #expect(try checked(book).findings.isEmpty)
        }
        book.rows[1].cells[place] = "<c s=\"0\"><v>\(serial)</v></c>"
        let codes = try checked(book).findings.map(\.code)
        #expect(codes == ["INT-102"])
    }

    @Test func `a hidden sheet is passed over, and a second one is mentioned`() throws {
        var book = HandMadeWorkbook(try DeliveryText.assistance([:]))
        book.sheets =
            "<sheet name=\"a\" state=\"hidden\" r:id=\"r2\"/><sheet name=\"b\" r:id=\"r1\"/>"
            + "<sheet name=\"c\" r:id=\"r2\"/>"
        let carried = try checked(book)
        #expect(carried.findings == [Finding(code: "INT-040", severity: .note, subject: "1")])
        #expect(carried.files[0].rowCount == 1)
    }

    @Test func `a document type is refused`() throws {
        var book = HandMadeWorkbook(try DeliveryText.assistance([:]))
        book.prologue += "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\">]>"
        let expected = Finding(
            code: "INT-035",
            severity: .file,
            row: nil,
            subject: "xl/worksheets/s1.xml"
        )
        #expect(try checked(book).findings == [expected])
    }

    @Test(arguments: [
        "<worksheet>", "<worksheet></sheet>", "<a/><b/>", "<a b=c/>", "<a>&nbsp;</a>", "<a",
        "<a b=\"1\"c=\"2\"/>", "tekst", "<a>&#0;</a>", "<1/>",
    ])
    func `XML that is not well formed is refused by its part`(_ xml: String) throws {
        var archive = HandMadeWorkbook(try DeliveryText.assistance([:])).archive
        let place = try #require(
            archive.entries.firstIndex { $0.name == "xl/worksheets/s1.xml" }
        )
        archive.entries[place].bytes = Array(xml.utf8)
        let carried = try CarriedDelivery(archive.bytes, suffix: ".xlsx")
        let expected = Finding(
            code: "INT-034",
            severity: .file,
            subject: "xl/worksheets/s1.xml"
        )
        #expect(carried.findings == [expected])
    }

    @Test func `a value beside the last column is another number of fields`() throws {
        var book = HandMadeWorkbook(try DeliveryText.assistance([:], [:]))
        book.rows[2].cells += ["", "<c t=\"str\"><v>x</v></c>"]
        let expected = Finding(code: "INT-004", severity: .file, row: 3)
        #expect(try checked(book).findings == [expected])
    }

    @Test func `signs, references and character data are read as they are meant`() throws {
        let text = try DeliveryText.assistance([:])
        var book = HandMadeWorkbook(text)
        let place = try #require(text.columns.firstIndex(of: "verwijzer"))
        for cell in ["&#48;&#x31;", "<![CDATA[01]]>", "0<!-- ; -->1"] {
            book.rows[1].cells[place] = "<c t=\"str\"><v>\(cell)</v></c>"
            #expect(try checked(book).findings.isEmpty)
        }
        // What a text needs quotes for stays within its field.
        book.rows[1].cells[place] = "<c t=\"str\"><v>a;&quot;b</v></c>"
        #expect(try checked(book).findings.map(\.code) == ["INT-126"])
    }
}
