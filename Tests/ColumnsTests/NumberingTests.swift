import Columns
import Testing

@Suite struct NumberingTests {
    private static func numbers(_ seed: UInt64, count: Int, persons: Int) -> [UInt32] {
        var random = SeededRandom(seed: seed)
        let scrambler = NumberScrambler(using: &random)
        return (0..<count).map { _ in
            let number = Int.random(in: -persons / 10..<persons, using: &random)
            return number < 0
                ? UInt32.random(in: 0...3, using: &random)
                : scrambler.scramble(900_000_000 + UInt32(number))
        }
    }

    @Test(
        arguments: [(0, 1), (1, 1), (10, 3), (5000, 400), (5000, 20_000), (200_000, 60_000)],
        [1, 2, 3]
    )
    func `each distinct number has one place, as in a dictionary`(
        _ size: (count: Int, persons: Int),
        _ cores: Int
    ) throws {
        let numbers = NumberingTests.numbers(7, count: size.count, persons: size.persons)
        let numbering = try Numbering(numbers, workers: Workers(cores: cores))
        #expect(Set(numbering.distinct) == Set(numbers.filter(NumberState.isNumber)))
        #expect(Set(numbering.distinct).count == numbering.distinct.count)
        #expect(numbering.places.count == numbers.count)
        let isRight = zip(numbers, numbering.places).allSatisfy { number, place in
            NumberState.isNumber(number)
                ? numbering.distinct[Int(place)] == number : place == Numbering.nobody
        }
        #expect(isRight)
    }

    @Test func `the places are the same on one core and on three`() throws {
        let numbers = NumberingTests.numbers(8, count: 100_000, persons: 30_000)
        let one = try Numbering(numbers, workers: Workers(cores: 1))
        let three = try Numbering(numbers, workers: Workers(cores: 3))
        #expect(one.distinct == three.distinct)
        #expect(one.places == three.places)
    }

    @Test func `few rows have their places in the order of first appearance`() throws {
        let numbers: [UInt32] = [90, 50, 1, 90, 70, 0, 50]
        let numbering = try Numbering(numbers, workers: Workers(cores: 1))
        let nobody = Numbering.nobody
        #expect(numbering.distinct == [90, 50, 70])
        #expect(numbering.places == [0, 1, nobody, 0, 2, nobody, 1])
    }
}
