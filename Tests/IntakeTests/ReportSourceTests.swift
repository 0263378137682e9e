import Columns
import Definitions
import Domain
import Intake
import Testing

@Suite struct ReportSourceTests {
    private func rows(_ rows: [String: String]..., isPermitted: Bool = true) throws
        -> CheckedDelivery
    {
        let text = try DeliveryText("veiligthuis", "2019H1", rows).text
        return try CheckedDelivery(
            Array(text.utf8),
            source: "veiligthuis",
            isPermitted: isPermitted
        )
    }

    @Test func `without a permit to link the number is not read, and that is said`() throws {
        let row = ["bsn": FictiveNumber.text(1)]
        let without = try rows(row, isPermitted: false)
        #expect(without.numberStates == [NumberState.absent])
        #expect(without.allFindings == [.note("INT-024", subject: "bsn")])
        let with = try rows(row)
        #expect(with.numberStates == [nil])
        #expect(with.allFindings.isEmpty)
    }

    @Test func `codes joined by a plus are kept as a set`() throws {
        let delivery = try rows(["aard": "01+06", "aanleiding": "06+08", "vervolg": "21"])
        #expect(delivery.stored("natures") == [1 << 1 | 1 << 6])
        #expect(delivery.stored("occasions") == [1 << 6 | 1 << 8])
        #expect(delivery.stored("referrals") == [1 << 21])
        #expect(delivery.stored("role") == [UInt32(UInt8(ascii: "S"))])
    }

    @Test func `rows of a case share a mark that is not its number`() throws {
        let delivery = try rows(["casus": "4711"], ["casus": "4711"], ["casus": "4712"])
        let marks = zip(delivery.stored("case"), delivery.stored("caseHigh")).map { [$0, $1] }
        #expect(marks[0] == marks[1])
        #expect(marks[0] != marks[2])
        #expect(marks[0] != [4712, 0])
    }

    @Test func `everything that indicators on reports need is stored`() throws {
        let kept = try #require(try rows([:]).group).kept()
        let needed = [
            "kind", "record", "case", "day", "reporter", "natures", "occasions", "role", "birth",
            "sex", "municipality", "assessed", "appraisal", "decision", "serviceStart",
            "serviceEnd", "outcome", "referrals", "involvement",
        ]
        #expect(Set(needed).isSubset(of: Set(kept.columns.map(\.name))))
    }

    @Test(arguments: ["VT00", "VT27", "00000001", "Drenthe"])
    func `another holder than a region refuses the file`(_ name: String) throws {
        let delivery = try rows(["organisatie": name])
        #expect(delivery.allFindings == [.file("INT-401", row: 2, "organisatie")])
    }

    @Test func `half-years before the layout are refused`() throws {
        let delivery = try DeliveryText("veiligthuis", "2018H2", [[:]]).checked()
        #expect(delivery.allFindings == [.file("INT-019", row: 2, "verslagperiode")])
    }

    @Test func `records of a centre are refused without a permit`() throws {
        let text = try DeliveryText("csg-records", "2019H1", [[:]]).text
        let bytes = Array(text.utf8)
        let without = try CheckedDelivery(bytes, source: "csg-records", isPermitted: false)
        #expect(without.allFindings == [.file("INT-502")])
        #expect(try CheckedDelivery(bytes, source: "csg-records").allFindings.isEmpty)
    }

    @Test func `a list tells what a code was called before a change`() throws {
        let list = try #require(Shipped.definitions().codeLists["type_maatregel"])
        let code = try #require(list.entries.first { $0.code == "63" })
        let before = ReportingPeriod(ordinal: 2015 * 2 + 1)
        #expect(code.label(in: before).nl.hasSuffix("voorwaardelijke invrijheidstelling"))
        #expect(code.label(in: before.next).nl == "Voorbereiding gedragsbeïnvloedende maatregel")
    }

    @Test func `every region of a centre can name its holder, however long`() throws {
        let names = try #require(Shipped.definitions().regions.names[.csg]).keys.sorted()
        #expect(names.contains { $0.utf8.count > 32 })
        for name in names {
            let text =
                "centrum;verslagperiode;leeftijd;acuut;aard;kring;duur;aantal\n"
                + "\(name);2019H1;0-11;J;A;J;E;2\n"
            let checked = try CheckedDelivery(Array(text.utf8), source: "csg-counts")
            #expect(checked.allFindings.isEmpty, "\(name)")
        }
    }
}
