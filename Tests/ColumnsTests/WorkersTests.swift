import Columns
import Testing

@Suite struct WorkersTests {
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
}
