import Domain
import Intake
import Testing

/// Files of more than one piece (4 MB), of which several are read at the same time.
@Suite struct LargeFileTests {
    /// Some 40 rows, each with a remark that makes the file large, so that it stays quick.
    private func text(_ change: (inout DeliveryText) -> Void = { _ in }) throws -> [UInt8] {
        let remark = String(repeating: "\u{dd}\u{c1}x", count: 12_000)
        let rows = (0..<220).map { _ in ["opmerking": remark] }
        var text = try DeliveryText("jeugdhulp", "2019H1", rows).adding("opmerking")
        change(&text)
        return Array(text.text.utf8)
    }

    private let unknown = Finding.note("INT-020", subject: "opmerking")

    @Test(arguments: [1, 2])
    func `rows are numbered through and text stays UTF-8 across pieces`(_ cores: Int) throws {
        let bytes = try text {
            $0.rows[0]["verwijzer"] = "99"
            $0.rows[219]["verwijzer"] = "99"
        }
        #expect(bytes.count > 3 * 4 << 20)
        let delivery = try CheckedDelivery(bytes, cores: cores)
        #expect(
            delivery.findings == [
                unknown, .field("INT-126", row: 2, "verwijzer"),
                .field("INT-126", row: 221, "verwijzer"),
            ]
        )
        #expect(delivery.read.rowCount == 220)
    }

    @Test(arguments: [1, 2])
    func `the first trouble in the file is the one that is told, on any number of cores`(
        _ cores: Int
    ) throws {
        let nulBehind = try text {
            $0.rows[40]["verwijzer"] = "01;"
            $0.rows[100]["verwijzer"] = "\0"
        }
        #expect(
            try CheckedDelivery(nulBehind, cores: cores).findings.last
                == .file("INT-004", row: 42)
        )
        let quoteBehind = try text {
            $0.rows[150]["aanbieder"] = "12345679"
            $0.rows[219]["verwijzer"] = "\""
        }
        #expect(
            try CheckedDelivery(quoteBehind, cores: cores).findings.last
                == .file("INT-008", row: 152, "aanbieder")
        )
    }

    @Test(arguments: [1, 2])
    func `a repeated record is found across pieces`(_ cores: Int) throws {
        let number = FictiveNumber.text(999)
        let bytes = try text {
            $0.rows[3]["bsn"] = number
            $0.rows[218]["bsn"] = number
        }
        let delivery = try CheckedDelivery(bytes, cores: cores)
        #expect(delivery.findings == [unknown, .record("INT-110", row: 220)])
    }
}
