import Definitions
import Columns
import Definitions
import Domain
import Foundation
import Intake
import Pipeline
import Store
import TestSupport
import Testing

/// Deliveries that come in other forms than that of the protocol.
@Suite struct CarrierTests {
    private static func line(_ holder: Int, _ number: Int) -> String {
        "9000000\(holder);2019H1;\(FictiveNumbers.first(9)[number]);20080315;V;GM0363;02;02;"
            + "20190201;;\n"
    }

    private static func archive() -> StoredArchive {
        var archive = StoredArchive()
        archive.add("een.csv", ReceivingFixture.header + "\n" + line(1, 0) + line(1, 1))
        archive.add("kapot.csv", "nothing that is known\n")
        archive.add("twee.csv", ReceivingFixture.header + "\n" + line(2, 2))
        return archive
    }

    @Test(arguments: [1, 2])
    func `each delivery of an archive is taken in with a receipt of its own`(
        _ cores: Int
    ) throws {
        let fixture = try ReceivingFixture()
        let path = fixture.folder.path("jeugdhulp.zip")
        try Data(CarrierTests.archive().bytes).write(to: URL(filePath: path))
        let receipts = try fixture.receive([path], named: "jeugdhulp", cores: cores)
        #expect(
            receipts.map(\.outcome)
                == [.accepted(id: 1, vintage: 1), .refused, .accepted(id: 2, vintage: 1)]
        )
        #expect(receipts.map(\.rows) == [2, 0, 1])
        #expect(receipts.map { $0.path.hasSuffix(".zip/kapot.csv") } == [false, true, false])
        #expect(try fixture.store.deliveries().map(\.holder) == ["90000001", "90000002"])
    }

    @Test func `the same archive a second time makes no new vintage`() throws {
        let fixture = try ReceivingFixture()
        let path = fixture.folder.path("jeugdhulp.zip")
        try Data(CarrierTests.archive().bytes).write(to: URL(filePath: path))
        _ = try fixture.receive([path], named: "jeugdhulp")
        let again = try fixture.receive([path], named: "jeugdhulp")
        #expect(
            again.map(\.outcome)
                == [.unchanged(id: 1, vintage: 1), .refused, .unchanged(id: 2, vintage: 1)]
        )
    }

    @Test func `a damaged archive is refused and the files after it are taken in`() throws {
        let fixture = try ReceivingFixture()
        let path = fixture.folder.path("stuk.zip")
        try Data("no archive".utf8).write(to: URL(filePath: path))
        let good = try fixture.file(1, "2019H1", ["1 02 20190201 - -"])
        let receipts = try fixture.receive([path, good], named: "jeugdhulp")
        #expect(receipts.map(\.outcome) == [.refused, .accepted(id: 1, vintage: 1)])
        #expect(receipts[0].fileFindings.map(\.code) == ["INT-031"])
    }

    @Test func `lines on fixed places are taken in through their layout`() throws {
        let fixture = try ReceivingFixture()
        let layout = try #require(fixture.definitions.layouts["voorbeeld-jeugdhulp"])
        var line = "90000001" + "2019H1" + "\(FictiveNumbers.first(1)[0])" + "20080315" + "V"
        line += "      " + "GM0363" + "02" + "02" + " " + "  " + "20190201"
        line += String(repeating: " ", count: 73 - line.count)
        let path = try fixture.folder.write(line + "\n", to: "levering.txt")
        let receipts = try fixture.receive([path], carriers: CarrierOptions(layout: layout))
        #expect(receipts.map(\.outcome) == [.accepted(id: 1, vintage: 1)])
        #expect(receipts[0].rows == 1)
    }
}
