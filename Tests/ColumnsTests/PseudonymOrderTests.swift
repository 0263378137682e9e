import Columns
import Testing

@Suite struct PseudonymOrderTests {
    @Test(arguments: [0, 1, 2, 7, 100, 5000], [0, 60] as [UInt64])
    func `the distinct pseudonyms stand in order, as a set that is sorted`(
        _ count: Int,
        _ shift: UInt64
    ) throws {
        // Shifted, all of them fall into one bucket.
        var random = SeededRandom(seed: UInt64(count) + shift)
        let pool = (0..<max(1, count / 2)).map { _ in
            Pseudonym(
                high: UInt64.random(in: 0 ... .max, using: &random) >> shift,
                low: UInt64.random(in: 0...9, using: &random)
            )
        }
        let pseudonyms = (0..<count).map { _ in
            pool[Int.random(in: 0..<pool.count, using: &random)]
        }
        let order = try PseudonymOrder(pseudonyms, workers: Workers(cores: 1 + count % 3))
        #expect(order.distinct == Set(pseudonyms).sorted())
        #expect(order.places.map { order.distinct[Int($0)] } == pseudonyms)
    }
}
