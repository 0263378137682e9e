import Columns
import Domain
import Intake
import Testing

@Suite struct EncodingTests {
    /// A delivery with some bytes in a column that is not read.
    private func delivery(_ bytes: [UInt8], cores: Int = 1) throws -> CheckedDelivery {
        let text = try DeliveryText.assistance(["naam": "@"], [:]).adding("naam").text
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), maxSplits: 1)
        return try CheckedDelivery(Array(parts[0]) + bytes + Array(parts[1]), cores: cores)
    }

    private let unknown = Finding.note("INT-020", subject: "naam")

    @Test(arguments: ["\u{e9}", "\u{20ac}", "\u{1F600}", "\u{dd}\u{c1}"])
    func `UTF-8 is taken without a word`(_ name: String) throws {
        #expect(try delivery(Array(name.utf8)).findings == [unknown])
    }

    @Test func `Windows-1252 is taken and noted`() throws {
        let delivery = try delivery([0x52, 0x65, 0x6E, 0xE9])
        #expect(delivery.findings == [unknown, .note("INT-021")])
        #expect(delivery.read.rowCount == 2)
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func `a byte that is undefined in both refuses the file`(_ byte: UInt8) throws {
        let delivery = try delivery([0x41, byte, 0x42])
        #expect(delivery.findings.map(\.code) == ["INT-006"])
        #expect(delivery.isRefused)
        #expect(delivery.read.rows.count == 0)
    }

    @Test func `a NUL byte refuses the file`() throws {
        let delivery = try delivery([0])
        #expect(delivery.findings.map(\.code) == ["INT-005"])
        #expect(delivery.read.rows.count == 0)
    }

    @Test func `UTF-16 is refused as text with NUL bytes`() throws {
        let text = try DeliveryText.assistance([:]).text
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(try CheckedDelivery(wide).findings.map(\.code) == ["INT-005"])
    }
}
