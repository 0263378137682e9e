import Comparison
import Statistics
import Testing

@Suite("The unseen")
struct UnseenEstimateTests {
    /// Potential victims of trafficking in the United Kingdom in 2013, on five lists.
    ///
    /// Local authorities, non-governmental organisations, police and National Crime Agency, government organisations
    /// and the general public; 2 744 persons. Silverman, *Modern Slavery: an application of multiple
    /// systems estimation* (Home Office, 2014), as five lists in *JRSS A* 183 (2020) 691–736
    /// (`UKdat_5` of R's SparseMSE). Combinations that are not named have nobody.
    private var kingdom: CaptureHistories {
        let lists = ["LA", "NG", "PFNCA", "GO", "GP"]
        let seen: [(Int, Double)] = [
            (0b00001, 54), (0b00010, 463), (0b00100, 995), (0b01000, 695), (0b10000, 316),
            (0b00011, 15), (0b00101, 19), (0b01001, 3), (0b00110, 62), (0b01010, 19),
            (0b10010, 1), (0b01100, 76), (0b10100, 11), (0b11000, 8), (0b00111, 1),
            (0b01011, 1), (0b01110, 4), (0b10110, 1),
        ]
        var counts = [Double](repeating: 0, count: 31)
        for (combination, count) in seen { counts[combination - 1] = count }
        return CaptureHistories(lists: lists, counts: counts)
    }

    @Test func `on the lists of the United Kingdom good models differ by a factor of two`() throws {
        #expect(kingdom.seen == 2744)
        let found = try #require(UnseenEstimate(kingdom, within: 4, most: 6))
        // Published: stepwise by p-values and AIC 11 300 (Silverman 2014 and 2020: 10 000–13 000);
        // other models that fit as well about 23 000.
        let low = try #require(found.models.first { abs($0.total - 11_313) < 1 })
        let high = try #require(found.models.first { abs($0.total - 22_781) < 1 })
        #expect(low.limits.lower < 11_313 && 11_313 < low.limits.upper)
        #expect(low.limits.upper < high.limits.lower, "even their limits do not meet")
        #expect(abs(low.bic - high.bic) < 4, "by BIC none of the two is better by far")
        #expect(found.range.lower <= 11_313 && found.range.upper >= 22_781)
        #expect(found.limits.lower <= found.range.lower && found.range.upper <= found.limits.upper)
    }

    @Test func `a true number lies in the range when one list draws another along`() throws {
        var random = SeededGenerator(seed: 44)
        var held = 0
        for _ in 0..<20 {
            var counts = [Double](repeating: 0, count: 7)
            for _ in 0..<3000 {
                let first = random.uniform() < 0.3
                let second = random.uniform() < (first ? 0.5 : 0.2)
                let third = random.uniform() < 0.25
                let combination = (first ? 1 : 0) + (second ? 2 : 0) + (third ? 4 : 0)
                if combination > 0 { counts[combination - 1] += 1 }
            }
            let found = try #require(
                UnseenEstimate(CaptureHistories(lists: ["A", "B", "C"], counts: counts))
            )
            if found.limits.lower <= 3000, 3000 <= found.limits.upper { held += 1 }
        }
        #expect(held >= 18, "\(held) of 20")
    }

    @Test func `lists that never meet give no false certainty`() throws {
        // A and C never meet: the model with that pair has its parameter at −∞.
        let found = try #require(
            UnseenEstimate(
                CaptureHistories(lists: ["A", "B", "C"], counts: [60, 49, 142, 112, 0, 4, 0])
            )
        )
        #expect(found.models.count > 1)
        #expect(found.models.allSatisfy { $0.total >= found.seen })
    }
}
