import Columns
import Testing

@Suite struct ByteSurveyTests {
    private func survey(_ bytes: [UInt8]) throws -> ByteSurvey {
        try #require(try Pieces.surveys(of: bytes).first)
    }

    private func check(_ bytes: [UInt8]) throws {
        // Quotes come in pairs, or the reader would refuse the file.
        let survey = try survey(bytes)
        #expect(survey.isUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
        #expect(survey.hasNul == bytes.contains(0))
        #expect(survey.hasQuote == bytes.contains(UInt8(ascii: "\"")))
        #expect(
            survey.isWindows1252 == !bytes.contains { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        )
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func `it sees what String sees`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes += Array("\u{e9}\u{20ac}\u{1F600}".utf8)
            case 1: bytes += [UInt8.random(in: 1...255, using: &random)]
            case 2: bytes += Array("\"\"".utf8)
            default: bytes += Array("abc;123\n".utf8)
            }
        }
        try check(bytes.filter { $0 != UInt8(ascii: "\"") })
        let rest = bytes.count { $0 == UInt8(ascii: "\"") } % 2
        try check(bytes + Array(repeating: UInt8(ascii: "\""), count: rest))
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x9F, 0xBF],
            [0xE0, 0xA0, 0x80],
            [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xE1, 0x80],
            [0xE1, 0x80, 0x20],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF1, 0x80, 0x80], [0x80], [0xFF],
            [0xDF, 0xBF], [0xF3, 0xBF, 0xBF, 0xBF],
        ] as [[UInt8]]
    )
    func `the edges of well-formed UTF-8 are those of the standard`(_ sequence: [UInt8]) throws {
        try check(sequence)
        try check(Array("een regel\n".utf8) + sequence + Array("\nnog een".utf8))
    }

    @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65])
    func `one byte is seen wherever it stands`(_ place: Int) throws {
        for odd in [0, 0xE9, 0x81] as [UInt8] {
            var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 66)
            bytes[place] = odd
            try check(bytes)
        }
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 66)
        bytes[place] = UInt8(ascii: "\"")
        try check(bytes + [UInt8(ascii: "\"")])
    }
}
