import Columns
import FoundationEssentials
import Testing

@Suite struct PieceReaderTests {
    private let lines = Array("een;1\ntwee;2\ndrie;3\nvier;4\nvijf;5\nzes;6\n".utf8)

    @Test func `pieces end where a record ends and nothing is lost`() throws {
        for capacity in 8...lines.count + 2 {
            var sizes: [Int] = []
            try Pieces.read(lines, capacity: capacity, longestRecord: 7) { piece, _ in
                sizes.append(piece.count)
            }
            #expect(sizes.reduce(0, +) == lines.count)
            let ends = sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
            #expect(ends.dropFirst().allSatisfy { lines[$0 - 1] == 0x0A })
        }
    }

    @Test func `a line end in quotes ends no record`() throws {
        let bytes = Array("\"a\nb\";1\n\"c\n\"\"\nd\";2\n".utf8)
        var sizes: [Int] = []
        try Pieces.read(bytes, capacity: 12, longestRecord: 11) { piece, _ in
            sizes.append(piece.count)
        }
        #expect(sizes == [8, 11])
    }

    @Test func `an empty file has no pieces`() throws {
        #expect(try Pieces.surveys(of: []).isEmpty)
    }

    @Test func `a record longer than the limit is an error`() throws {
        let bytes = Array("kort\n\(String(repeating: "x", count: 40))\nkort\n".utf8)
        #expect(throws: PieceError.recordTooLong) {
            try Pieces.surveys(of: bytes, capacity: 20, longestRecord: 10)
        }
        #expect(throws: PieceError.recordTooLong) {
            try Pieces.surveys(of: bytes, capacity: 30, longestRecord: 10)
        }
    }

    @Test(arguments: ["\"", "a;\"b\nc;d\n", "a\n\"\"\""])
    func `a quote that is still open at the end is an error`(_ text: String) throws {
        #expect(throws: PieceError.openQuote) { try Pieces.surveys(of: Array(text.utf8)) }
    }

    @Test func `a file that is cut short while it is read is an error`() throws {
        let file = try TemporaryFile(lines)
        var reader = try PieceReader(path: file.path, longestRecord: 7)
        let piece = UnsafePieceBuffer(capacity: 12)
        _ = try reader.next(into: piece)
        try file.write(Array(lines.prefix(20)))
        var cause: PieceError?
        do throws(PieceError) {
            while try reader.next(into: piece) != nil {}
        } catch { cause = error }
        #expect(cause == .changed(expected: lines.count))
        withExtendedLifetime(file) {}
    }

    @Test func `a file that grows while it is read is an error`() throws {
        let file = try TemporaryFile(lines)
        var reader = try PieceReader(path: file.path, longestRecord: 7)
        let piece = UnsafePieceBuffer(capacity: 12)
        _ = try reader.next(into: piece)
        try file.write(lines + Array("zeven;7\n".utf8))
        var cause: PieceError?
        do throws(PieceError) {
            while try reader.next(into: piece) != nil {}
        } catch { cause = error }
        #expect(cause == .changed(expected: lines.count))
        withExtendedLifetime(file) {}
    }

    @Test func `a file that grows behind its last piece is an error`() throws {
        let file = try TemporaryFile(lines)
        var reader = try PieceReader(path: file.path, longestRecord: 7)
        try file.write(lines + lines)
        let piece = UnsafePieceBuffer(capacity: lines.count + 1)
        var cause: PieceError?
        do throws(PieceError) { _ = try reader.next(into: piece) } catch { cause = error }
        #expect(cause == .changed(expected: lines.count))
        withExtendedLifetime(file) {}
    }

    @Test(arguments: [
        ("/nowhere/at-all.csv", PieceError.cannotOpen(code: 2)), ("/", .isDirectory),
        ("/dev/null", .isNoRegularFile),
    ])
    func `what is no file is told apart`(_ path: String, _ expected: PieceError) {
        var cause: PieceError?
        do throws(PieceError) {
            _ = try PieceReader(path: path, longestRecord: 10).size
        } catch { cause = error }
        #expect(cause == expected)
    }

    @Test func `a character that straddles the end of a buffer is still UTF-8`() throws {
        let bytes = Array(String(repeating: "\u{dd}\u{c1}\u{20ac}\u{1F600}x\n", count: 20).utf8)
        for capacity in 32...100 {
            let surveys = try Pieces.surveys(of: bytes, capacity: capacity, longestRecord: 31)
            #expect(surveys.allSatisfy { $0.isUTF8 })
        }
    }

    @Test func `a buffer that is used again shows nothing of what it held`() throws {
        let long = try TemporaryFile(Array(repeating: UInt8(ascii: "9"), count: 60) + [0x0A])
        let short = try TemporaryFile(Array("1".utf8))
        let piece = UnsafePieceBuffer(capacity: 100)
        var reader = try PieceReader(path: long.path, longestRecord: 70)
        _ = try reader.next(into: piece)
        var other = try PieceReader(path: short.path, longestRecord: 70)
        _ = try other.next(into: piece)
        // Were the old nines still there, this would read a date of more than one digit.
        let scanner = DelimitedScanner(
            separator: 0x3B,
            readings: [.date(slot: 0)],
            smallSlots: 0,
            wideSlots: 1,
            specialNumbers: [],
            scrambler: NumberScrambler(),
            longestRecord: 100
        )
        #expect(scanner.scan(piece).wide == [[PackedDay.unreadable]])
        piece.wipe()
        #expect(piece.count == 0)
        withExtendedLifetime((long, short)) {}
    }
}
