import Columns
import Synchronization
import Testing

@Suite struct WorkersAheadTests {
    private struct Trouble: Error, Equatable {}

    @Test(arguments: [1, 2])
    func `work begun ahead gives its result once, however often it is asked for`(
        _ cores: Int
    ) throws {
        let runs = Atomic<Int>(0)
        let ahead = Workers(cores: cores).ahead {
            runs.wrappingAdd(1, ordering: .relaxed)
            return 42
        }
        #expect(try ahead.wait() == 42)
        #expect(try ahead.wait() == 42)
        #expect(runs.load(ordering: .relaxed) == 1)
    }

    @Test(arguments: [1, 2])
    func `what the work throws is thrown to whoever waits`(_ cores: Int) {
        let ahead = Workers(cores: cores).ahead { () throws -> Int in throw Trouble() }
        #expect(throws: Trouble()) { try ahead.wait() }
    }
}
