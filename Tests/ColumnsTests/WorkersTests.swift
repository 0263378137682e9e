import Columns
import Glibc
import Synchronization
import Testing

@Suite struct WorkersTests {
    /// The next number after those given, from 1, or `nil` behind the last.
    private static func count(_ given: borrowing Mutex<Int>, to last: Int) -> Int? {
        given.withLock { given in
            guard given < last else { return nil }
            given += 1
            return given
        }
    }

    private struct Trouble: Error, Equatable { let piece: Int }

    @Test(arguments: [1, 2, 5], [0, 1, 2, 100])
    func `results stand in the order of the pieces`(_ cores: Int, _ count: Int) throws {
        let results = try Workers(cores: cores).map(count) { $0 * $0 }
        #expect(results == (0..<count).map { $0 * $0 })
    }

    @Test(arguments: [1, 2, 5])
    func `of several errors the first piece's is thrown`(_ cores: Int) {
        #expect(throws: Trouble(piece: 3)) {
            _ = try Workers(cores: cores).map(50) { piece in
                if piece % 7 == 3 { throw Trouble(piece: piece) }
                return piece
            }
        }
    }

    @Test(arguments: [0, 1, 5, 100], [1, 3, 100])
    func `ranges cover a count without gap or overlap`(_ count: Int, _ pieces: Int) {
        let ranges = Workers.ranges(of: count, pieces: pieces)
        #expect(ranges.flatMap { Array($0) } == Array(0..<count))
        #expect(ranges.count <= max(1, pieces))
    }

    @Test func `there is always at least one core`() {
        #expect(Workers(cores: 0).cores == 1)
        #expect(Workers().cores >= 1)
    }

    @Test(arguments: [1, 2, 5], [0, 1, 2, 300])
    func `a pipeline hands results on in the order of the pieces`(
        _ cores: Int,
        _ count: Int
    ) throws {
        let given = Mutex(0)
        var taken: [Int] = []
        try Workers(cores: cores).pipeline(
            next: { WorkersTests.count(given, to: count) },
            work: { piece in
                // Every seventh takes longer, so that later ones overtake it.
                if piece % 7 == 0 { usleep(2000) }
                return piece * piece
            },
            take: { taken.append($0) }
        )
        #expect(taken == (0..<count).map { ($0 + 1) * ($0 + 1) })
    }

    @Test(arguments: [1, 2, 5])
    func `a pipeline throws the error of the first piece, after the results before it`(
        _ cores: Int
    ) {
        let given = Mutex(0)
        var taken: [Int] = []
        #expect(throws: Trouble(piece: 11)) {
            try Workers(cores: cores).pipeline(
                next: { WorkersTests.count(given, to: .max) },
                work: { piece in
                    if piece >= 11 { throw Trouble(piece: piece) }
                    return piece
                },
                take: { taken.append($0) }
            )
        }
        #expect(taken == Array(1..<11))
    }

    @Test(arguments: [1, 2, 5])
    func `a pipeline ends when the taker throws`(_ cores: Int) {
        let given = Mutex(0)
        #expect(throws: Trouble(piece: 5)) {
            try Workers(cores: cores).pipeline(
                next: { WorkersTests.count(given, to: .max) },
                work: { $0 },
                take: { if $0 == 5 { throw Trouble(piece: $0) } }
            )
        }
    }
}
