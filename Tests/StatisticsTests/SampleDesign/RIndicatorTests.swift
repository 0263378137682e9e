import Foundation
import Statistics
import Testing

struct RIndicatorTests {
    /// A sample in which categories a, b and c respond with 0.3, 0.6 and 0.8.
    static func sample(_ count: Int, _ chance: inout SeededGenerator) throws -> RIndicator {
        let chances = ["a": 0.3, "b": 0.6, "c": 0.8]
        let age = (0..<count).map { _ in ["a", "b", "c"][chance.index(below: 3)] }
        let response = age.map { chance.uniform() < (chances[$0] ?? 0) ? 1.0 : 0 }
        return try RIndicator(
            response: response,
            traits: [.init(name: "age", categories: age)],
            design: SurveyDesign(weights: age.map { _ in 10 })
        )
    }

    /// 1 − 2 times the deviation of 0.3, 0.6 and 0.8.
    static let truth = 1 - 2 * (0.38 / 9).squareRoot()

    @Test func `the known indicator comes back, and 95 % intervals hold it`() throws {
        var chance = SeededGenerator(seed: 15)
        var covered = 0
        for _ in 0..<300 {
            let found = try Self.sample(300, &chance)
            let error = try #require(found.standardError)
            if abs(found.estimate - Self.truth) <= 1.96 * error { covered += 1 }
        }
        #expect((0.91...0.98).contains(Double(covered) / 300), "\(covered) of 300")
    }

    @Test func `one trait is all of the spread`() throws {
        var chance = SeededGenerator(seed: 16)
        let found = try Self.sample(500, &chance)
        let partial = found.partials[0]
        // The same sum, but for the divisor N − 1.
        #expect(abs(partial.unconditional - found.spread) < 1e-3 * found.spread)
        #expect(abs(partial.conditional - found.spread) < 1e-12)
        let squares = partial.categories.reduce(0) { $0 + $1.unconditional * $1.unconditional }
        #expect(abs(squares.squareRoot() - partial.unconditional) < 1e-12)
    }

    @Test func `a trait that predicts response without fail is refused`() throws {
        let trait = RIndicator.Trait(name: "t", categories: ["a", "a", "b", "b"])
        #expect(
            throws: StatisticsError.unsuited(
                expected: "traits of which none predicts response without fail or repeats another"
            )
        ) {
            try RIndicator(
                response: [0, 0, 1, 1],
                traits: [trait],
                design: SurveyDesign(weights: [1, 1, 1, 1])
            )
        }
    }

    @Test func `no more spread than chance leaves the adjusted indicator undefined`() throws {
        let table = DataTable([
            (name: "response", cells: ["1", "0", "1", "0", "1", "0", "1", "0"]),
            (name: "sex", cells: ["f", "f", "m", "m", "f", "f", "m", "m"]),
        ])
        let result = try StatMethod.named("r-indicator").run(
            table,
            options: .object(["traits": .array([.string("sex")])])
        )
        #expect(abs(try #require(result.number("estimate")) - 1) < 1e-7)
        #expect(result.results["adjusted"] == .null)
        #expect(
            result.warnings.contains(
                "The spread of response is no larger than chance makes it, so the adjusted "
                    + "indicator is undefined."
            )
        )
    }
}
