import Comparison
import Statistics
import Testing

@Suite("Indirect standardisation")
struct IndirectStandardisationTests {
    private func stratum(
        _ code: String,
        _ size: CountRange?,
        _ events: Double?,
        _ countrySize: Double
    ) -> IndirectStandardisation.Stratum {
        IndirectStandardisation.Stratum(
            code: code,
            size: size,
            events: events,
            countrySize: countrySize
        )
    }

    @Test func `ten observed where eight are expected lie between 0.60 and 2.30 times`() {
        // Garwood, Biometrika 28 (1936) 437–442: a Poisson count of 10 has 95 % limits 4.795 and
        // 18.390. Divided by 8 expected: 0.599 and 2.299.
        let found = IndirectStandardisation(
            strata: [
                stratum("young", CountRange(exactly: 200), 100, 10_000),
                stratum("old", CountRange(exactly: 300), 400, 20_000),
            ],
            whole: CountRange(exactly: 500),
            overall: 500 / 30_000
        )
        #expect(abs(found.expected.shown - 8) < 1e-12)
        let (value, limits) = found.ratio(observed: CountRange(exactly: 10))
        #expect(abs(value - 1.25) < 1e-12)
        #expect(abs(limits.lower - 4.795 / 8) < 1e-4)
        #expect(abs(limits.upper - 18.390 / 8) < 1e-4)
    }

    @Test func `rounding of what is observed and of the own mix widens the limits`() {
        let mix = CountRange(shown: 200, low: 198, high: 202)
        let found = IndirectStandardisation(
            strata: [stratum("a", mix, 400, 10_000)],
            whole: mix,
            overall: 0.04
        )
        let observed = CountRange(shown: 10, low: 10, high: 12)
        let limits = found.ratio(observed: observed).limits
        for events in 10...12 {
            for size in 198...202 {
                let one = RatioInterval.exact.limits(
                    observed: Double(events),
                    expected: Double(size) * 0.04
                )
                #expect(limits.lower <= one.lower && one.upper <= limits.upper)
            }
        }
        // The lowest and the highest are reached, so the interval is not wider than it must be.
        #expect(
            limits.lower == RatioInterval.exact.limits(observed: 10, expected: 202 * 0.04).lower
        )
    }

    @Test func `what is expected lies within its bounds whatever was withheld`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let rates = (0..<6).map { _ in 0.05 + 0.5 * random.uniform() }
            let sizes = (0..<6).map { _ in Double(random.index(below: 60)) }
            let isWithheld = sizes.map { $0 > 0 && $0 < 10 }
            let truth = zip(rates, sizes).map { $0 * $1 }.reduce(0, +)
            let whole = sizes.reduce(0, +)
            guard whole > 0 else { continue }
            let found = IndirectStandardisation(
                strata: rates.indices.map { index in
                    stratum(
                        "\(index)",
                        isWithheld[index]
                            ? nil
                            : CountRange(
                                shown: (sizes[index] / 5).rounded() * 5,
                                low: max(0, sizes[index] - 2),
                                high: sizes[index] + 2
                            ),
                        rates[index] * 1000,
                        1000
                    )
                },
                whole: CountRange(exactly: whole),
                overall: 0.3
            )
            #expect(found.expected.low <= truth + 1e-9 && truth <= found.expected.high + 1e-9)
            #expect((0...1).contains(found.withheldShare))
        }
    }

    @Test func `without anything expected there is no ratio`() {
        let found = IndirectStandardisation(
            strata: [stratum("a", CountRange(exactly: 0), 10, 100)],
            whole: CountRange(exactly: 0),
            overall: 0.1
        )
        let ratio = found.ratio(observed: CountRange(exactly: 0))
        #expect(ratio.value.isNaN)
        #expect(ratio.limits.lower.isNaN)
    }
}
