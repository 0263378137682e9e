import Columns
import Testing

@Suite struct DelimitedScannerTests {
    private static func scrambler(_ seed: UInt64) -> NumberScrambler {
        var random = SeededRandom(seed: seed)
        return NumberScrambler(using: &random)
    }

    private static func scan(
        _ bytes: [UInt8],
        _ layout: ScannerLayout,
        _ scrambler: NumberScrambler
    ) throws -> ScannedRows {
        try Pieces.rows(
            of: bytes,
            with: layout.scanner(scrambler),
            small: layout.smallSlots,
            wide: layout.wideSlots
        )
    }

    @Test(arguments: 0..<60 as Range<UInt64>, [";", ","])
    func `it reads what a splitter and plain conversions read`(
        _ seed: UInt64,
        _ separator: String
    ) throws {
        var layout = ScannerLayout()
        layout.separator = Array(separator.utf8)[0]
        var delivery = RandomDelivery(seed: seed, layout: layout)
        let rows = delivery.rows(Int.random(in: 0...40, using: &delivery.random))
        let bytes = delivery.text(rows)
        let scrambler = DelimitedScannerTests.scrambler(seed)
        let fast = try DelimitedScannerTests.scan(bytes, layout, scrambler)
        let slow = SlowScanner(layout: layout).scan(bytes)
        #expect(slow.mistake == nil)
        #expect(fast.mistake == nil)
        #expect(slow.rows.count == rows.count)
        #expect(fast.plain(scrambler) == slow.rows)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `quotes change nothing, not even the mix by which rows are compared`(
        _ seed: UInt64
    ) throws {
        let layout = ScannerLayout()
        var delivery = RandomDelivery(seed: seed)
        let rows = delivery.rows(30)
        let sparing = delivery.text(rows, quoting: 1_000_000)
        let lavish = delivery.text(rows, quoting: 1)
        let scrambler = DelimitedScannerTests.scrambler(seed)
        let one = try DelimitedScannerTests.scan(sparing, layout, scrambler)
        let other = try DelimitedScannerTests.scan(lavish, layout, scrambler)
        #expect(one.isSame(as: other))
    }

    @Test func `rows have the same mix where all columns that are read are the same`() throws {
        let layout = ScannerLayout()
        let row = ["20190201", "", "01", "2019H1", "20100115", "0363", "x", "1234AB", "J"]
        var rows = [row]
        for (column, other) in [
            (0, "20190202"), (0, "20190231"), (1, "999999999"), (1, FictiveDigits.number(1)),
            (1, "912345678"), (2, "02"), (2, "03"), (2, ""), (4, "20100100"), (4, "99999999"),
            (5, "0009"), (5, "9999"), (5, "9998"), (7, "1234AC"), (7, "rommel"), (8, "V"),
        ] {
            var changed = row
            changed[column] = other
            rows.append(changed)
        }
        for (column, other) in [(0, "2019-02-01"), (2, "31"), (5, "GM0363"), (6, "y")] {
            var changed = row
            changed[column] = other
            rows.append(changed)
        }
        let bytes = Array(rows.map { $0.joined(separator: ";") + "\n" }.joined().utf8)
        let scanned = try DelimitedScannerTests.scan(
            bytes,
            layout,
            DelimitedScannerTests.scrambler(5)
        )
        #expect(Set(scanned.hashes.dropLast(4)).count == 17)
        #expect(scanned.hashes.suffix(4).allSatisfy { $0 == scanned.hashes[0] })
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `pieces cut at every buffer size give the same rows`(_ seed: UInt64) throws {
        let layout = ScannerLayout()
        var delivery = RandomDelivery(seed: seed)
        let lines = delivery.rows(14).map { row in
            var line = delivery.text([row])
            while line.last == 0x0A || line.last == 0x0D { line.removeLast() }
            return line + [0x0A]
        }
        let bytes = Array(lines.joined())
        let longest = lines.map(\.count).max() ?? 0
        let scrambler = DelimitedScannerTests.scrambler(seed)
        let whole = try DelimitedScannerTests.scan(bytes, layout, scrambler)
        #expect(whole.count == 14)
        let scanner = layout.scanner(scrambler)
        for capacity in longest + 1...bytes.count + 2 {
            let cut = try Pieces.rows(
                of: bytes,
                with: scanner,
                small: layout.smallSlots,
                wide: layout.wideSlots,
                capacity: capacity,
                longestRecord: longest
            )
            guard cut.isSame(as: whole) else {
                Issue.record("another result with buffers of \(capacity) bytes")
                return
            }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the first row that cannot be read is found, with what is wrong`(
        _ seed: UInt64
    ) throws {
        let layout = ScannerLayout()
        var delivery = RandomDelivery(seed: seed)
        var rows = delivery.rows(8)
        let broken = Int.random(in: 0..<8, using: &delivery.random)
        switch Int.random(in: 0..<4, using: &delivery.random) {
        case 0: rows[broken].append("")
        case 1: rows[broken].removeLast()
        case 2: rows[broken].removeSubrange(4...)
        default: rows[broken][3] = "2018H2"
        }
        let bytes = delivery.text(rows)
        let scrambler = DelimitedScannerTests.scrambler(seed)
        let fast = try DelimitedScannerTests.scan(bytes, layout, scrambler)
        let slow = SlowScanner(layout: layout).scan(bytes)
        #expect(fast.mistake?.row == broken)
        #expect(fast.mistake?.row == slow.mistake?.row)
        #expect(fast.mistake?.kind == slow.mistake?.kind)
        #expect(fast.plain(scrambler) == slow.rows)
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `rubbish is read as the twin reads it`(_ seed: UInt64) throws {
        let layout = ScannerLayout()
        var random = SeededRandom(seed: seed)
        let parts = ["\"", ";", ";", ";", "\n", "\r\n", "01", "2019H1", "20190201", "a", "GM"]
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            text += parts.randomElement(using: &random) ?? ""
        }
        let bytes = Array(text.utf8)
        guard bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            #expect(throws: PieceError.openQuote) { try Pieces.surveys(of: bytes) }
            return
        }
        let scrambler = DelimitedScannerTests.scrambler(seed)
        let fast = try DelimitedScannerTests.scan(bytes, layout, scrambler)
        let slow = SlowScanner(layout: layout).scan(bytes)
        #expect(fast.mistake?.row == slow.mistake?.row)
        #expect(fast.mistake?.kind == slow.mistake?.kind)
        #expect(fast.plain(scrambler) == slow.rows)
    }

    @Test func `a row longer than the limit is a mistake`() throws {
        let layout = ScannerLayout()
        let row = "20190201;;01;2019H1;;0363;xxxx;;J"
        let bytes = Array("\(row)\n\(row)x\n\(row)\n".utf8)
        let scrambler = DelimitedScannerTests.scrambler(1)
        let scanner = layout.scanner(scrambler, longestRecord: row.utf8.count + 1)
        let rows = try Pieces.rows(of: bytes, with: scanner, small: 3, wide: 3)
        #expect(rows.count == 1)
        #expect(rows.mistake?.row == 1)
        #expect(rows.mistake?.kind == .tooLong)
    }

    @Test func `a table of municipalities that is too short stops the process`() async {
        await #expect(processExitsWith: .failure) {
            let scanner = DelimitedScanner(
                separator: 0x3B,
                readings: [.municipality(slot: 0, known: [true])],
                smallSlots: 0,
                wideSlots: 1,
                specialNumbers: [],
                scrambler: NumberScrambler(),
                longestRecord: 100
            )
            _ = scanner.scan(UnsafePieceBuffer(capacity: 10))
        }
    }
}
