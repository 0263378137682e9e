import Columns
import Domain
import Testing

@Suite("Postcodes to municipalities")
struct PostcodeTableTests {
    private static let period = ReportingPeriod(ordinal: 2019 * 2)

    private func line(
        _ postcode: String,
        _ municipality: Int,
        _ from: ReportingPeriod? = nil,
        _ until: ReportingPeriod? = nil
    ) -> PostcodeTable.Line? {
        PostcodeTable.Line(
            postcode: postcode,
            municipality: municipality,
            from: from,
            until: until
        )
    }

    /// The municipality of each row, of lines with a postcode and a municipality in some order.
    private func places(
        _ text: String,
        _ table: PostcodeTable?,
        postcodeFirst: Bool = true,
        period: ReportingPeriod = PostcodeTableTests.period
    ) throws -> [UInt16] {
        let known = (0..<10_000).map { $0 < 2_000 }
        let readings: [FieldReading] = [.postcode(slot: 0), .municipality(slot: 0, known: known)]
        let scanner = DelimitedScanner(
            separator: UInt8(ascii: ";"),
            readings: postcodeFirst ? readings : readings.reversed(),
            smallSlots: 1,
            wideSlots: 1,
            specialNumbers: [],
            scrambler: NumberScrambler(),
            longestRecord: 1000,
            postcodes: table.map { PostcodePlacing(table: $0, period: period, slot: 0) }
        )
        let rows = try Pieces.rows(of: Array(text.utf8), with: scanner, small: 1, wide: 1)
        try #require(rows.mistake == nil)
        return rows.wide[0]
    }

    @Test func `a municipality that is named wins, known or not, before and behind`() throws {
        let table = try PostcodeTable.make([#require(line("1011AB", 363))]).get()
        let rows = [("1011AB", ""), ("1011AB", "GM0344"), ("1011AB", "9999"), ("1011AC", "")]
        let front = rows.map { "\($0.0);\($0.1)\n" }.joined()
        let behind = rows.map { "\($0.1);\($0.0)\n" }.joined()
        #expect(try places(front, table) == [363, 344, 65_535, 0])
        #expect(try places(behind, table, postcodeFirst: false) == [363, 344, 65_535, 0])
        #expect(try places(front, nil) == [0, 344, 65_535, 0])
    }

    @Test func `a postcode in quotes is the same, a malformed one leads nowhere`() throws {
        let table = try PostcodeTable.make([#require(line("9999ZZ", 363))]).get()
        #expect(try places("\"9999ZZ\";\n9999zz;\n09999Z;\n;\n", table) == [363, 0, 0, 0])
    }

    @Test func `the half-year decides between two municipalities`() throws {
        let half = PostcodeTableTests.period
        let table = try PostcodeTable.make([
            #require(line("1011AB", 3, half.next, nil)),
            #require(line("1011AB", 1, nil, half.previous.previous)),
            #require(line("1011AB", 2, half, half)),
        ]).get()
        let periods = [half.previous.previous, half.previous, half, half.next, half.next.next]
        #expect(
            try periods.map { try places("1011AB;\n", table, period: $0) } == [
                [1], [0], [2], [3], [3],
            ]
        )
    }

    @Test func `a postcode twice in the same half-year is refused with its line`() throws {
        let half = PostcodeTableTests.period
        let lines = try [
            #require(line("1011AB", 1, nil, half)), #require(line("2011AB", 1)),
            #require(line("1011AB", 1, half, nil)),
        ]
        #expect(throws: PostcodeTable.Overlap(line: 2)) { try PostcodeTable.make(lines).get() }
    }

    @Test(arguments: ["0111AB", "1111ab", "1111 AB", "111AB", "1111A1", ""])
    func `a line without a right postcode is none`(_ postcode: String) {
        #expect(line(postcode, 1) == nil)
    }

    @Test func `a line that ends before it begins, or without a municipality, is none`() {
        let half = PostcodeTableTests.period
        #expect(line("1011AB", 1, half, half.previous) == nil)
        #expect(line("1011AB", 0) == nil)
        #expect(line("1011AB", 10_000) == nil)
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `it finds what going through the lines one by one finds`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func postcode() -> String {
            let number = [1000, 1001, 4321, 9999].randomElement(using: &random) ?? 1000
            let letters = (0..<2).map { _ in ["A", "B", "Z"].randomElement(using: &random) ?? "A" }
            return "\(number)" + letters.joined()
        }
        var given: [(postcode: String, place: Int, from: Int, until: Int)] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            let from = Int.random(in: -4...4, using: &random)
            let new = (
                postcode(), Int.random(in: 1...1_999, using: &random), from,
                from + Int.random(in: 0...3, using: &random)
            )
            let isFree = given.allSatisfy {
                $0.postcode != new.0 || $0.until < new.2 || new.3 < $0.from
            }
            if isFree { given.append(new) }
        }
        let base = PostcodeTableTests.period.ordinal
        let table = try PostcodeTable.make(
            given.map {
                try #require(
                    line(
                        $0.postcode,
                        $0.place,
                        ReportingPeriod(ordinal: base + $0.from),
                        ReportingPeriod(ordinal: base + $0.until)
                    )
                )
            }
        ).get()
        let asked = (0..<200).map { _ in postcode() }
        let found = try places(asked.map { $0 + ";\n" }.joined(), table)
        let expected = asked.map { wanted in
            given.first { $0.postcode == wanted && $0.from <= 0 && 0 <= $0.until }
                .map { UInt16($0.place) } ?? 0
        }
        #expect(found == expected)
    }
}
