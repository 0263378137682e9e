import Columns
import Testing

@Suite struct NumberScramblerTests {
    private static func scrambler(_ seed: UInt64) -> NumberScrambler {
        var random = SeededRandom(seed: seed)
        return NumberScrambler(using: &random)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `what is unscrambled is what was scrambled`(_ seed: UInt64) {
        let scrambler = NumberScramblerTests.scrambler(seed)
        var random = SeededRandom(seed: seed + 100)
        let numbers =
            [0, 1, 15, 16, 17, 111_111_110, 999_999_998, 999_999_999]
            + (0..<20_000).map { _ in UInt32.random(in: 0..<1_000_000_000, using: &random) }
        #expect(numbers.allSatisfy { scrambler.unscramble(scrambler.scramble($0)) == $0 })
    }

    @Test func `different numbers have different images and none is reserved`() {
        let scrambler = NumberScramblerTests.scrambler(9)
        let images = (0..<200_000 as Range<UInt32>).map { scrambler.scramble($0 * 4999) }
        #expect(Set(images).count == images.count)
        #expect(images.allSatisfy { NumberState.isNumber($0) })
        #expect(images.allSatisfy { $0 >= 16 })
    }

    @Test func `whatever has a reserved value as first image walks on`() {
        // Among the backward images of the reserved values are numbers the walk must carry past.
        let scrambler = NumberScramblerTests.scrambler(3)
        let preimages = (16..<1_000 as Range<UInt32>).map { scrambler.unscramble($0) }
        #expect(zip(16..., preimages).allSatisfy { scrambler.scramble($1) == $0 })
    }

    @Test func `another draw is another permutation`() {
        let one = NumberScramblerTests.scrambler(1)
        let other = NumberScramblerTests.scrambler(2)
        let numbers: [UInt32] = Array(900_000_000..<900_001_000)
        #expect(numbers.map(one.scramble) != numbers.map(other.scramble))
        #expect(numbers.count { one.scramble($0) == $0 } < 3)
    }

    @Test func `what no number is cannot be taken for one`() {
        let states = [
            NumberState.absent, NumberState.unknown, NumberState.unborn, NumberState.invalid,
        ]
        #expect(Set(states).count == 4)
        #expect(!states.contains { NumberState.isNumber($0) })
    }
}
