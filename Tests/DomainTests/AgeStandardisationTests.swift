import Domain
import Testing

@Suite("Standardisation for age")
struct AgeStandardisationTests {
    typealias Stratum = AgeStandardisation.Stratum

    @Test func `a worked example: the classes count as they do among all`() {
        // Weights 50 and 50: ½ · 1/2 + ½ · 3/4.
        let strata = [
            Stratum(numerator: 1, denominator: 2, weight: 50),
            Stratum(numerator: 3, denominator: 4, weight: 50),
        ]
        #expect(AgeStandardisation.tenthsOfPercent(strata) == 625)
    }

    @Test func `with the ages of all of them the share is the plain one`() {
        let strata = [
            Stratum(numerator: 7, denominator: 30, weight: 30),
            Stratum(numerator: 11, denominator: 70, weight: 70),
        ]
        #expect(AgeStandardisation.tenthsOfPercent(strata) == 180)
    }

    @Test func `a class without the group makes it undefined, an empty class does not`() {
        let group = Stratum(numerator: 1, denominator: 2, weight: 5)
        let missing = Stratum(numerator: 0, denominator: 0, weight: 5)
        let nobody = Stratum(numerator: 0, denominator: 0, weight: 0)
        #expect(AgeStandardisation.tenthsOfPercent([group, missing]) == nil)
        #expect(AgeStandardisation.tenthsOfPercent([group, nobody]) == 500)
        #expect(AgeStandardisation.tenthsOfPercent([nobody]) == nil)
    }

    @Test func `millions do not overflow`() {
        let million = Stratum(
            numerator: 9_000_000_000,
            denominator: 10_000_000_000,
            weight: 10_000_000_000
        )
        #expect(AgeStandardisation.tenthsOfPercent([million, million]) == 900)
    }

    @Test(arguments: 1...200)
    func `it agrees with fractions in doubles to a tenth`(seed: Int) throws {
        var state = UInt64(seed)
        func next(_ bound: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % bound
        }
        let strata = (0..<5).map { _ in
            let denominator = 1 + next(400)
            return Stratum(
                numerator: next(denominator + 1),
                denominator: denominator,
                weight: 1 + next(900)
            )
        }
        let all = strata.reduce(0.0) { $0 + Double($1.weight) }
        let share = strata.reduce(0.0) {
            $0 + Double($1.weight) / all * Double($1.numerator) / Double($1.denominator)
        }
        let found = try #require(AgeStandardisation.tenthsOfPercent(strata))
        #expect(abs(Double(found) - share * 1000) < 0.51)
    }
}
