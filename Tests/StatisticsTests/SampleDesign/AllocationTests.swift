import Statistics
import Testing

struct AllocationTests {
    static func strata(_ spreads: [Double], _ least: [Double], _ most: [Double])
        -> [Allocation.Stratum]
    {
        spreads.indices.map {
            .init(size: 1e4, deviation: spreads[$0] / 1e4, lower: least[$0], upper: most[$0])
        }
    }

    /// Published checks of R's `stratallo` (`rnabox`): a = (3000, 4000, 5000, 2000), lower bounds
    /// (100, 90, 70, 50), upper bounds (300, 400, 200, 90).
    static let published: [(n: Double, sizes: [Double])] = [
        (553, [118.5, 158, 197.5, 79]), (463, [100, 132, 165, 66]), (596, [132, 176, 200, 88]),
        (366, [100, 96, 120, 50]), (976, [294, 392, 200, 90]), (310, [100, 90, 70, 50]),
        (990, [300, 400, 200, 90]),
    ]

    @Test(arguments: published)
    func `within bounds it is the optimum of stratallo`(_ n: Double, _ expected: [Double]) throws {
        let strata = Self.strata(
            [3000, 4000, 5000, 2000],
            [100, 90, 70, 50],
            [300, 400, 200, 90]
        )
        let found = try Allocation(strata, spending: n, by: .optimal).sizes
        for (one, number) in zip(found, expected) { #expect(abs(one - number) < 1e-9 * number) }
    }

    @Test func `without bounds it is Neyman's`() throws {
        let strata = Self.strata([3000, 4000, 5000, 2000], [0, 0, 0, 0], [1e4, 1e4, 1e4, 1e4])
        let found = try Allocation(strata, spending: 280, by: .optimal).sizes
        for (one, number) in zip(found, [60.0, 80, 100, 40]) { #expect(abs(one - number) < 1e-9) }
    }

    @Test(arguments: 1...20)
    func `no other division of the same cost has less variance`(_ seed: Int) throws {
        var chance = SeededGenerator(seed: UInt64(seed))
        let strata = (0..<6).map { _ in
            Allocation.Stratum(
                size: 50 + 400 * chance.uniform(),
                deviation: 1 + 9 * chance.uniform(),
                cost: 1 + 4 * chance.uniform(),
                lower: 2 + 5 * chance.uniform(),
                upper: 20 + 30 * chance.uniform()
            )
        }
        let least = strata.reduce(0) { $0 + $1.cost * $1.lower }
        let most = strata.reduce(0) { $0 + $1.cost * $1.upper }
        let budget = least + (most - least) * (0.1 + 0.8 * chance.uniform())
        let best = try Allocation(strata, spending: budget, by: .optimal)
        let spent = zip(strata, best.sizes).reduce(0) { $0 + $1.0.cost * $1.1 }
        #expect(abs(spent - budget) < 1e-9 * budget)
        for from in 0..<6 {
            for to in 0..<6 where to != from {
                var other = best.sizes
                let money = 0.01
                other[from] -= money / strata[from].cost
                other[to] += money / strata[to].cost
                guard other[from] >= strata[from].lower, other[to] <= strata[to].upper else {
                    continue
                }
                #expect(Allocation.variance(strata, other) >= best.variance * (1 - 1e-12))
            }
        }
    }

    @Test func `whole numbers keep the sum, and a take-all stratum stays whole`() throws {
        let table = DataTable([
            (name: "stratum", cells: ["a", "b", "c"]),
            (name: "size", cells: ["1000", "500", "7"]),
            (name: "sd", cells: ["2", "3", "40"]),
            (name: "take-all", cells: ["0", "0", "1"]),
        ])
        let result = try StatMethod.named("allocation").run(
            table,
            options: .object(["n": .integer(107)])
        )
        let cases = (0..<3).compactMap { result.number("rows", "\($0)", "cases") }
        #expect(cases == [57, 43, 7])
        #expect(result.number("rows", "2", "fraction") == 1)
    }

    @Test func `bounds without room are refused`() {
        let strata = Self.strata([1, 1], [10, 10], [20, 20])
        for n in [15.0, 50] {
            #expect(
                throws: StatisticsError.unsuited(
                    expected: "a sample between the sums of the bounds"
                )
            ) { try Allocation(strata, spending: n, by: .optimal) }
        }
    }
}
