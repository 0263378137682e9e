@testable import SyntheticData
import Testing

struct CitizenServiceNumberTests {
    // 111222333 and 123456782 are worked examples of the test; the others differ in one digit.
    @Test(
        arguments: [
            (111_222_333, true), (123_456_782, true), (111_222_334, false), (123_456_783, false),
            (0, true), (999_999_999, false),
        ] as [(UInt32, Bool)]
    )
    func `the eleven test weighs the last digit with minus one`(_ number: UInt32, _ passes: Bool) {
        #expect(CitizenServiceNumber.passesElevenTest(number) == passes)
    }

    @Test func `fictive numbers begin with 9, pass the test and do not come back`() {
        var series = FictiveNumberSeries(seed: 1)
        var seen: Set<UInt32> = []
        for _ in 0..<50_000 {
            guard let number = series.next() else { break }
            #expect(number / 100_000_000 == 9 && number != 999_999_999)
            #expect(CitizenServiceNumber.passesElevenTest(number))
            seen.insert(number)
        }
        #expect(seen.count == 50_000)
    }
}
