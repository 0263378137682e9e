import Statistics
import Testing

struct ProportionTests {
    // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I: methods 3 and 5.
    static let table: [(Double, Double, Double, Double, Double, Double)] = [
        (81.0, 263.0, 0.2553, 0.3662, 0.2527, 0.3676), (15, 148, 0.0624, 0.1605, 0.0578, 0.1617),
        (0, 20, 0.0000, 0.1611, 0.0000, 0.1684), (1, 29, 0.0061, 0.1718, 0.0009, 0.1776),
    ]

    @Test(arguments: table)
    func `Wilson and Clopper-Pearson are those of Newcombe's table`(
        _ x: Double,
        _ n: Double,
        _ lower: Double,
        _ upper: Double,
        _ exactLower: Double,
        _ exactUpper: Double
    ) {
        let wilson = ProportionInterval.wilson.limits(successes: x, of: n)
        let exact = ProportionInterval.clopperPearson.limits(successes: x, of: n)
        #expect(abs(wilson.lower - lower) < 6e-5 && abs(wilson.upper - upper) < 6e-5)
        #expect(abs(exact.lower - exactLower) < 6e-5 && abs(exact.upper - exactUpper) < 6e-5)
    }

    // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, column (a): 56/70 and 48/80.
    @Test func `differences are those of Newcombe's table`() {
        let newcombe = ProportionDifference.newcombe.limits(56, of: 70, 48, of: 80)
        let mee = ProportionDifference.score.limits(56, of: 70, 48, of: 80)
        let miettinen = ProportionDifference.miettinenNurminen.limits(56, of: 70, 48, of: 80)
        #expect(abs(newcombe.lower - 0.0524) < 6e-5 && abs(newcombe.upper - 0.3339) < 6e-5)
        #expect(abs(mee.lower - 0.0533) < 6e-5 && abs(mee.upper - 0.3377) < 6e-5)
        #expect(abs(miettinen.lower - 0.0528) < 6e-5 && abs(miettinen.upper - 0.3382) < 6e-5)
    }

    @Test(arguments: ProportionInterval.allCases)
    func `at none and all the limits are mirrored and reach the end`(_ kind: ProportionInterval) {
        for n in [1.0, 2, 10, 500] {
            let none = kind.limits(successes: 0, of: n)
            let all = kind.limits(successes: n, of: n)
            #expect(abs(none.lower + all.upper - 1) < 1e-12)
            #expect(abs(none.upper + all.lower - 1) < 1e-12)
            #expect(kind == .agrestiCoull ? none.lower < 0 : none.lower == 0)
            #expect(none.upper > 0 && none.upper < 1)
        }
        #expect(kind.limits(successes: 0, of: 0).lower.isNaN)
    }

    @Test(arguments: ProportionDifference.allCases)
    func `a difference changes sign with its groups and has limits at the ends`(
        _ kind: ProportionDifference
    ) {
        let pairs: [(Double, Double, Double, Double)] = [
            (0, 10, 0, 20), (10, 10, 0, 20), (5, 5, 7, 7), (3, 9, 8, 20),
        ]
        for (x1, n1, x2, n2) in pairs {
            let there = kind.limits(x1, of: n1, x2, of: n2)
            let back = kind.limits(x2, of: n2, x1, of: n1)
            #expect(abs(there.lower + back.upper) < 1e-9 && abs(there.upper + back.lower) < 1e-9)
            #expect(there.lower >= -1 && there.upper <= 1 && there.lower < there.upper)
        }
        #expect(kind.limits(0, of: 0, 1, of: 2).lower.isNaN)
    }

    @Test func `intervals cover the truth about as often as they say`() {
        var random = SeededGenerator(seed: 41)
        var covered: [ProportionInterval: Int] = [:]
        let runs = 3000
        for _ in 0..<runs {
            let truth = 0.05 + 0.4 * random.uniform()
            let x = Double((0..<60).filter { _ in random.uniform() < truth }.count)
            for kind in ProportionInterval.allCases {
                let limits = kind.limits(successes: x, of: 60)
                if limits.lower <= truth, truth <= limits.upper { covered[kind, default: 0] += 1 }
            }
        }
        for kind in ProportionInterval.allCases {
            let share = Double(covered[kind] ?? 0) / Double(runs)
            #expect(share > 0.935 && share < 0.985, "\(kind): \(share)")
        }
        #expect(Double(covered[.clopperPearson] ?? 0) / Double(runs) >= 0.95)
    }
}
