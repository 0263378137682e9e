import Columns
import Domain
import Foundation
import Intake
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Receiving deliveries")
struct ReceiveStageTests {
    @Test func `a receipt says what was taken in`() throws {
        let fixture = try ReceivingFixture()
        let path = try fixture.file(
            1,
            "2019H1",
            ["1 02 20190101 - -", "2 03 20190101 20190301 01", "2 99 20190101 - -"]
        )
        let receipt = try #require(try fixture.receive([path]).first)
        #expect(receipt.path == path)
        #expect(receipt.source == "jeugdhulp")
        #expect(receipt.holder == "90000001")
        #expect(receipt.period == ReportingPeriod("2019H1"))
        #expect(receipt.outcome == .accepted(id: 1, vintage: 1))
        #expect(receipt.rows == 2)
        #expect(receipt.leftOut == 1)
        #expect(receipt.findingCounts == ["INT-108": 1])
        #expect(receipt.fileFindings.isEmpty)
        let delivery = try #require(try fixture.store.deliveries().first)
        #expect(delivery.rows == 2)
        #expect(delivery.leftOut == 1)
        let digest = delivery.digest.prefix(8).map { String($0, radix: 16) }
            .map { $0.count == 1 ? "0" + $0 : $0 }.joined()
        #expect(receipt.digest == digest)
    }

    @Test(arguments: ["2015H1", "2015H2"])
    func `two holders are compared in the first half-year too`(_ period: String) throws {
        let fixture = try ReceivingFixture()
        let start = period == "2015H1" ? "20150201" : "20150801"
        let receipts = try fixture.receive([
            try fixture.file(1, period, ["1 11 \(start) - -"]),
            try fixture.file(2, period, ["1 11 \(start) - -"]),
        ])
        #expect(receipts.map { $0.findingCounts["INT-324"] } == [1, 1])
    }

    @Test(arguments: [("2019-06-29", false), ("2019-06-30", false), ("2019-07-01", true)])
    func `a half-year that has not ended is refused`(day: String, isAccepted: Bool) throws {
        let fixture = try ReceivingFixture()
        let path = try fixture.file(1, "2019H1", ["1 02 20190101 - -"])
        let receipt = try #require(try fixture.receive([path], on: day).first)
        #expect((receipt.outcome == .accepted(id: 1, vintage: 1)) == isAccepted)
        #expect(receipt.findingCounts == (isAccepted ? [:] : ["INT-015": 1]))
        #expect(try fixture.store.deliveries().count == (isAccepted ? 1 : 0))
        #expect(try fixture.store.segments().count == (isAccepted ? 1 : 0))
    }

    @Test func `a redelivery is taken for the newest half-year and the one before it only`()
        throws
    {
        let fixture = try ReceivingFixture()
        let first = try ["2018H1", "2018H2", "2019H1"].map {
            try fixture.file(1, $0, ["1 02 20180101 - -"])
        }
        #expect(try fixture.receive(first).count == 3)
        let again = try ["2018H1", "2018H2", "2019H1"].map {
            try fixture.file(1, $0, ["1 02 20180102 - -"])
        }
        let receipts = try fixture.receive(again)
        #expect(
            receipts.map(\.outcome) == [
                .refused, .accepted(id: 4, vintage: 2), .accepted(id: 5, vintage: 2),
            ]
        )
        #expect(receipts[0].findingCounts["INT-016"] == 1)
        #expect(receipts[0].rows == 0)
        // Another holder is not bound by it, and a first delivery may come for any half-year.
        let other = try fixture.file(2, "2018H1", ["1 02 20180102 - -"])
        let late = try fixture.file(1, "2016H1", ["1 02 20160102 20160301 01"])
        #expect(
            try fixture.receive([other, late]).map(\.outcome) == [
                .accepted(id: 6, vintage: 1), .accepted(id: 7, vintage: 1),
            ]
        )
    }

    @Test func `what is the same as the latest vintage makes no new one`() throws {
        let fixture = try ReceivingFixture()
        let path = try fixture.file(1, "2019H1", ["1 02 20190101 - -"])
        let other = try fixture.file(1, "2019H1", ["1 02 20190102 - -"])
        let receipts = try fixture.receive([path, path, other, path])
        #expect(
            receipts.map(\.outcome) == [
                .accepted(id: 1, vintage: 1), .unchanged(id: 1, vintage: 1),
                .accepted(id: 2, vintage: 2), .accepted(id: 3, vintage: 3),
            ]
        )
        #expect(receipts[1].findingCounts == ["INT-023": 1])
        #expect(receipts[1].rows == 1)
        #expect(try fixture.receive([path]).map(\.outcome) == [.unchanged(id: 3, vintage: 3)])
        #expect(try fixture.store.deliveries().count == 3)
    }

    @Test func `an old half-year that is the same is unchanged, not refused`() throws {
        let fixture = try ReceivingFixture()
        let paths = try ["2018H1", "2018H2", "2019H1"].map {
            try fixture.file(1, $0, ["1 02 20180101 - -"])
        }
        _ = try fixture.receive(paths)
        #expect(
            try fixture.receive(paths).map(\.outcome) == [
                .unchanged(id: 1, vintage: 1), .unchanged(id: 2, vintage: 1),
                .unchanged(id: 3, vintage: 1),
            ]
        )
    }

    @Test func `nothing of a refused file is kept, and the others go on`() throws {
        let fixture = try ReceivingFixture()
        let good = try fixture.file(1, "2019H1", ["1 02 20190101 - -"])
        let headless = try fixture.folder.write("1;2;3\n", to: "in/a/jeugdhulp/file.csv")
        let elsewhere = try fixture.folder.write("1;2;3\n", to: "in/b/unknown/file.csv")
        let missing = fixture.folder.path("in/c/jeugdhulp/none.csv")
        let much = try fixture.file(
            2,
            "2019H1",
            (1...6).map { "\($0) 99 20190101 - -" } + ["7 02 20190101 - -"]
        )
        let last = try fixture.file(3, "2019H1", ["2 02 20190101 - -"])
        let receipts = try fixture.receive([good, headless, elsewhere, missing, much, last])
        #expect(receipts.map(\.path) == [good, headless, elsewhere, missing, much, last])
        #expect(receipts[0].outcome == .accepted(id: 1, vintage: 1))
        #expect(receipts[1].outcome == .refused)
        #expect(receipts[1].findingCounts == ["INT-001": 1])
        #expect(receipts[2].outcome == .refused)
        #expect(receipts[2].findingCounts == ["INT-018": 1])
        guard case .unreadable(let error) = receipts[3].outcome else {
            Issue.record("a file that is not there was read")
            return
        }
        #expect(error.path == missing)
        #expect(receipts[4].outcome == .refused)
        #expect(receipts[4].findingCounts["INT-014"] == 1)
        #expect(receipts[4].fileFindings.map(\.subject) == ["6/7"])
        #expect(receipts[5].outcome == .accepted(id: 2, vintage: 1))
        #expect(try fixture.store.deliveries().map(\.holder) == ["90000001", "90000003"])
        #expect(try fixture.store.segments().map(\.rows).reduce(0, +) == 2)
    }

    @Test func `five records may be left out of any file, however small`() throws {
        let fixture = try ReceivingFixture()
        let path = try fixture.file(1, "2019H1", (1...5).map { "\($0) 99 20190101 - -" })
        let receipt = try #require(try fixture.receive([path]).first)
        #expect(receipt.outcome == .accepted(id: 1, vintage: 1))
        #expect(receipt.leftOut == 5)
        #expect(receipt.rows == 0)
    }

    @Test func `nothing to report is a delivery of no records`() throws {
        let fixture = try ReceivingFixture()
        let path = try fixture.folder.write(
            ReceivingFixture.header + "\n90000001;2019H1;;;;;;;;;\n",
            to: "in/0/jeugdhulp/file.csv"
        )
        let receipt = try #require(try fixture.receive([path]).first)
        #expect(receipt.outcome == .accepted(id: 1, vintage: 1))
        #expect(receipt.findingCounts == ["INT-022": 1])
        #expect(receipt.rows == 0)
    }

    @Test func `the source is the folder's name, or named`() throws {
        let fixture = try ReceivingFixture()
        let text = try String(
            contentsOfFile: fixture.file(1, "2019H1", ["1 02 20190101 - -"]),
            encoding: .utf8
        )
        let path = try fixture.folder.write(text, to: "elsewhere/file.csv")
        #expect(try fixture.receive([path]).map(\.outcome) == [.refused])
        #expect(
            try fixture.receive([path], named: "jeugdhulp").map(\.outcome)
                == [.accepted(id: 1, vintage: 1)]
        )
    }

    @Test func `what ran before and vanished, or began on another day, is asked about`() throws {
        let fixture = try ReceivingFixture()
        let before = try fixture.file(
            1,
            "2018H2",
            ["1 02 20180901 - -", "2 02 20180901 - -", "3 02 20180901 20181001 01"]
        )
        let now = try fixture.file(1, "2019H1", ["2 02 20180902 - -", "4 02 20190101 - -"])
        let receipts = try fixture.receive([before, now])
        #expect(receipts[0].findingCounts.isEmpty)
        #expect(receipts[1].findingCounts == ["INT-301": 1, "INT-302": 1])
    }

    @Test func `the order of holders does not matter`() throws {
        let here = try ReceivingFixture()
        let there = try ReceivingFixture()
        func files(_ fixture: ReceivingFixture) throws -> [String] {
            try (1...4).flatMap { holder in
                try ["2018H2", "2019H1"].map { period in
                    try fixture.file(holder, period, ["\(holder) 02 20180901 - -"])
                }
            }
        }
        let one = try here.receive(files(here))
        let other = try there.receive(files(there).reversed())
        #expect(one.map(\.findingCounts) == other.reversed().map(\.findingCounts))
        func known(_ fixture: ReceivingFixture) throws -> [String] {
            try fixture.store.deliveries().map { "\($0.holder) \($0.period) \($0.rows)" }.sorted()
        }
        #expect(try known(here) == known(there))
    }

    @Test(arguments: [2, 5, 13])
    func `a check without a store finds what receiving finds`(seed: UInt64) throws {
        let fixture = try ReceivingFixture()
        let country = NastyCountry(seed: seed)
        let paths = try country.write(to: fixture.folder)
        // What a check of one file alone cannot see: the day, earlier deliveries, other holders.
        let later = Set(
            RuleCatalogue.entries(fixture.definitions).filter { !$0.places.contains(.check) }
                .map(\.code)
        )
        for (path, receipt) in zip(paths, try fixture.receive(paths))
        where receipt.source == "jeugdhulp" {
            let found = receipt.findingCounts.filter { !later.contains($0.key) }
            #expect(try fixture.checked(path) == found, "\(path)")
        }
    }
}
