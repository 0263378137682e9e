import Statistics
import Testing

struct ReliableChangeTests {
    /// The example of Jacobson and Truax 1991: clinical mean 40, functional mean 60, both deviations 7.5,
    /// reliability 0.80; a person goes from 32.5 to 47.5.
    static let published = ReliableChange(
        .jacobsonTruax,
        higherIsBetter: true,
        reliability: 0.8,
        clinical: .init(mean: 40, deviation: 7.5),
        after: .init(mean: 45, deviation: 7.5),
        functional: .init(mean: 60, deviation: 7.5)
    )

    @Test func `cut-offs and index are those of Jacobson and Truax 1991`() throws {
        let judge = Self.published
        #expect(judge.cutoff(.a) == 55)
        #expect(judge.cutoff(.b) == 45)
        #expect(judge.cutoff(.c) == 50)
        let index = try #require(judge.indices(before: [32.5], after: [47.5]))
        #expect(abs(index[0] - 3.16) <= 0.005)
        #expect(judge.classes(index, before: [32.5], after: [47.5], cutoff: 45) == [.recovered])
        #expect(judge.classes(index, before: [32.5], after: [47.5], cutoff: 50) == [.improved])
    }

    @Test func `classes follow the direction that is better`() throws {
        var judge = Self.published
        judge.higherIsBetter = false
        judge.clinical = .init(mean: 60, deviation: 7.5)
        judge.functional = .init(mean: 40, deviation: 7.5)
        let before = [62.0, 62, 62, 44, 62]
        let after = [45.0, 51, 60, 58, 78]
        let indices = try #require(judge.indices(before: before, after: after))
        #expect(
            judge.classes(indices, before: before, after: after, cutoff: judge.cutoff(.c))
                == [.recovered, .improved, .unchanged, .harmed, .deteriorated]
        )
        #expect(
            judge.classes(indices, before: before, after: after, cutoff: nil)
                == [.improved, .improved, .unchanged, .deteriorated, .deteriorated]
        )
    }

    @Test func `one in twenty changes reliably by chance alone`() throws {
        var chance = SeededGenerator(seed: 31)
        // Reliability 0.8 in a population with deviation 10: error of measurement √20.
        let truths = (0..<20000).map { _ in 50 + 80.0.squareRoot() * chance.normal() }
        let before = truths.map { $0 + 20.0.squareRoot() * chance.normal() }
        let after = truths.map { $0 + 20.0.squareRoot() * chance.normal() }
        for method in ReliableChangeMethod.allCases where method != .edwardsNunnally {
            let judge = ReliableChange(
                method,
                higherIsBetter: true,
                reliability: 0.8,
                clinical: .init(mean: 50, deviation: 10),
                after: .init(of: after),
                criticalValue: 1.96
            )
            guard let indices = judge.indices(before: before, after: after) else {
                // Nobody truly changes, so differences may have no reliability at all.
                #expect(method == .hagemanArrindell)
                continue
            }
            let share = Double(indices.count { abs($0) > 1.96 }) / 20000
            switch method {
            case .jacobsonTruax, .gulliksenLordNovick, .hsuLinnLord:
                #expect(abs(share - 0.05) < 0.006, "\(method): \(share)")
            default: #expect(share < 0.2, "\(method): \(share)")
            }
        }
    }

    @Test func `a reliability outside 0 to 1, and a cut-off without its norm, are refused`() {
        let table = DataTable(numbers: ["pre": [1, 2, 3], "post": [2, 3, 5]])
        #expect(
            throws: StatisticsError.badOption(
                name: "reliability",
                expected: "a number above 0 and below 1"
            )
        ) { try StatMethod.named("reliable-change").run(table) }
        #expect(
            throws: StatisticsError.badOption(
                name: "functional-mean",
                expected: "mean and sd of the functional population, for cut-offs b and c"
            )
        ) {
            try StatMethod.named("reliable-change").run(
                table,
                options: .object(["reliability": .number(0.8), "cutoff": .string("c")])
            )
        }
    }

    @Test func `shares of the classes have intervals and add up to 1`() throws {
        let table = DataTable(numbers: ["pre": [30, 31, 35, 40], "post": [50, 31, 36, 20]])
        let result = try StatMethod.named("reliable-change").run(
            table,
            options: .object(["reliability": .number(0.9)])
        )
        let shares = (0..<5).compactMap { result.number("classes", "\($0)", "share") }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
        #expect(result.number("classes", "1", "count") == 1)
        #expect(result.number("classes", "3", "count") == 1)
        #expect(try #require(result.number("classes", "1", "upper")) > 0.25)
    }
}
