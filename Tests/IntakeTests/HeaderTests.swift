import Columns
import Domain
import Intake
import Testing

@Suite struct HeaderTests {
    @Test func `columns are matched by name, in any order`() throws {
        var text = try DeliveryText.assistance(["verwijzer": "04", "hulpvorm": "13"])
        text.columns.reverse()
        let delivery = try text.checked()
        #expect(delivery.findings.isEmpty)
        #expect(delivery.stored("referrer") == [4])
        #expect(delivery.stored("code") == [13])
        #expect(delivery.read.holder == "12345678")
        #expect(delivery.read.period == ReportingPeriod("2019H1"))
    }

    @Test(arguments: [
        "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "verwijzer", "hulpvorm",
        "datum_aanvang",
    ])
    func `a missing obligatory column refuses the file`(_ column: String) throws {
        let delivery = try DeliveryText.assistance([:]).without(column).checked()
        #expect(delivery.findings == [.file("INT-002", subject: column)])
        #expect(delivery.read.rows.count == 0)
    }

    @Test(arguments: [
        "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "maatregel",
        "datum_aanvang",
    ])
    func `a missing obligatory column refuses a file of measures`(_ column: String) throws {
        let delivery = try DeliveryText.protection([:]).without(column).checked()
        #expect(delivery.findings == [.file("INT-002", subject: column)])
    }

    @Test func `every other column may be absent`() throws {
        var text = try DeliveryText.assistance([:])
        text.columns = [
            "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "gemeente",
            "verwijzer", "hulpvorm", "datum_aanvang",
        ]
        #expect(try text.checked().findings.isEmpty)
        var measures = try DeliveryText.protection([:])
        measures.columns = [
            "aanbieder", "verslagperiode", "bsn", "geboortedatum", "geslacht", "gemeente",
            "maatregel", "datum_aanvang",
        ]
        #expect(try measures.checked().findings.isEmpty)
    }

    @Test func `of postcode and municipality one is enough and none refuses the file`() throws {
        let text = try DeliveryText.assistance(["postcode": "1234AB"])
        #expect(try text.without("gemeente").checked().findings.isEmpty)
        #expect(try text.without("postcode").checked().findings.isEmpty)
        let neither = try text.without("gemeente").without("postcode").checked()
        #expect(neither.findings == [.file("INT-012")])
    }

    @Test func `a column that stands there twice refuses the file`() throws {
        let delivery = try DeliveryText.assistance([:]).adding("datum_einde").checked()
        #expect(delivery.findings == [.file("INT-003", subject: "datum_einde")])
    }

    @Test func `every missing or double column is named`() throws {
        let delivery = try DeliveryText.assistance([:]).without("bsn").without("hulpvorm")
            .adding("geslacht").checked()
        #expect(
            delivery.findings == [
                .file("INT-002", subject: "bsn"), .file("INT-003", subject: "geslacht"),
                .file("INT-002", subject: "hulpvorm"),
            ]
        )
    }

    @Test func `an unknown column is noted, not read and not stored`() throws {
        let delivery = try DeliveryText.assistance(["voornaam": "Anoniem"]).adding("voornaam")
            .checked()
        #expect(delivery.findings == [.note("INT-020", subject: "voornaam")])
        #expect(delivery.stored("code") == [2])
    }

    @Test(arguments: ["912345678", "Jansen", "jan3", "a b", "\u{e9}\u{e9}n", ""])
    func `an unknown column that does not look like a name is told by its place`(
        _ name: String
    ) throws {
        var text = try DeliveryText.assistance([name: "x"])
        text.columns.insert(name, at: 3)
        let delivery = try text.checked()
        #expect(delivery.findings == [.note("INT-020", subject: "4")])
    }

    @Test func `a name longer than forty characters is told by its place`() throws {
        let name = String(repeating: "a", count: 40)
        let text = try DeliveryText.assistance([:]).adding(name).adding(name + "a")
        #expect(
            try text.checked().findings == [
                .note("INT-020", subject: name),
                .note("INT-020", subject: "\(text.columns.count)"),
            ]
        )
    }

    @Test func `a column the protocol does not know yet is noted and not read`() throws {
        let text = try DeliveryText.assistance(in: "2017H2", ["gestart_met_crisis": "X"])
        #expect(!text.columns.contains("gestart_met_crisis"))
        let delivery = try text.adding("gestart_met_crisis").checked()
        #expect(delivery.findings == [.note("INT-020", subject: "gestart_met_crisis")])
        #expect(delivery.stored("crisis") == [0])
        let next = try DeliveryText.assistance(in: "2018H1", ["gestart_met_crisis": "X"]).checked()
        #expect(next.findings == [.field("INT-127", row: 2, "gestart_met_crisis")])
    }

    @Test func `a file without a header line is refused and nothing of it is repeated`() throws {
        let text = try DeliveryText.assistance([:], [:])
        let bytes = Array((text.lines.joined(separator: "\n") + "\n").utf8)
        let delivery = try CheckedDelivery(bytes)
        #expect(delivery.findings == [.file("INT-001")])
    }

    @Test func `names are compared exactly`() throws {
        var text = try DeliveryText.assistance([:])
        text.columns = text.columns.map { $0 == "bsn" ? "BSN" : $0 }
        #expect(try text.checked().findings == [.file("INT-002", subject: "bsn")])
    }

    @Test func `names may stand in quotes`() throws {
        let text = try DeliveryText.assistance([:])
        let header = text.columns.map { "\"\($0)\"" }.joined(separator: ";")
        let delivery = try CheckedDelivery(Array((header + "\n" + text.lines[0] + "\n").utf8))
        #expect(delivery.findings.isEmpty)
    }

    @Test(arguments: ["", "\u{FEFF}", "\n", "\r\n", "\u{FEFF}\n"])
    func `an empty file is refused`(_ text: String) throws {
        #expect(try CheckedDelivery(Array(text.utf8)).findings == [.file("INT-001")])
    }

    @Test(arguments: ["", "\n", "\r\n"])
    func `a header alone is refused`(_ end: String) throws {
        let header = try DeliveryText.assistance().header
        #expect(try CheckedDelivery(Array((header + end).utf8)).findings == [.file("INT-001")])
    }
}
