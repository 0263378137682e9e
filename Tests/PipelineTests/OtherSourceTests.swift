import Columns
import Domain
import Pipeline
import Store
import TestSupport
import Testing

/// What becomes of deliveries of sources besides youth assistance and protection.
@Suite struct OtherSourceTests {
    private func write(_ fixture: ReceivingFixture, _ path: String, _ text: String) throws -> String
    {
        try fixture.folder.write(text, to: path)
    }

    @Test func `rehabilitation is checked and not stored`() throws {
        let fixture = try ReceivingFixture()
        let path = try write(
            fixture,
            "jeugdreclassering/1.csv",
            """
            aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;maatregel;datum_aanvang
            90000001;2019H1;999999999;20040315;V;GM0363;41;20190201

            """
        )
        let receipts = try fixture.receive([path])
        #expect(receipts.map(\.outcome) == [.checked])
        #expect(receipts[0].rows == 1)
        #expect(receipts[0].fileFindings.map(\.code) == ["INT-025"])
        #expect(try fixture.store.deliveries().isEmpty)
    }

    @Test func `reports are stored, and a case is the same case in two half-years`() throws {
        let fixture = try ReceivingFixture()
        let header =
            "organisatie;verslagperiode;soort;nummer;casus;datum;melder;aard;rol;betrokkenheid\n"
        let one = try write(
            fixture,
            "1/veiligthuis/1.csv",
            header + "VT01;2019H1;M;ML1;C 77;20190301;01;01+06;S;E\n"
        )
        let two = try write(
            fixture,
            "2/veiligthuis/2.csv",
            header + "VT01;2019H2;M;ML2;C 77;20190901;01;03;S;VM\n"
        )
        #expect(try fixture.receive([one, two]).map(\.rows) == [1, 1])
        let segments = try fixture.store.segments(source: "veiligthuis")
        let cases: [[UInt32]] = try segments.map {
            try $0.column("case", workers: .init(cores: 1))
                + $0.column("caseHigh", workers: .init(cores: 1))
        }
        #expect(cases.count == 2)
        #expect(cases[0] == cases[1])
        let natures: [UInt32] = try segments[0].column("natures", workers: .init(cores: 1))
        #expect(natures == [1 << 1 | 1 << 6])
    }
}
