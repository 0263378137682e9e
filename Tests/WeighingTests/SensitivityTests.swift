import Definitions
import Testing
import TestSupport
import Weighing

struct SensitivityTests {
    let framework: WeighingFramework

    init() throws {
        framework = try TestDefinitions.load().weighing
    }

    private func scores(_ text: String) -> [WeighingScore] {
        text.compactMap { WeighingScore(rawValue: String($0)) }
    }

    @Test func `one low cell holds an advice back, two need both`() {
        let one = AdviceSensitivity(of: scores("++-++"), in: framework)
        #expect(one.rule == .minus)
        #expect(one.cells == 1)
        #expect(one.steps == 1)
        #expect(
            one.flips == [
                .init(criterion: 2, score: .between, advice: .between),
                .init(criterion: 2, score: .plus, advice: .plus),
            ]
        )
        let both = AdviceSensitivity(of: scores("-o--+"), in: framework)
        #expect(both.cells == 2)
        #expect(both.steps == 2)
        #expect(both.flips.isEmpty)
        let high = AdviceSensitivity(of: scores("+++++"), in: framework)
        #expect(high.cells == 1)
        #expect(high.flips.map(\.criterion) == [2, 2, 3, 3])
    }

    @Test(arguments: [
        // Two against one: Beta(2, 1) has P(X > ½) = 1 − ¼.
        ("++-oo", 3, 4), ("+--oo", 1, 4), ("+-ooo", 1, 2), ("+++--", 11, 16), ("+----", 1, 16),
        ("+++++", 1, 1), ("-----", 0, 1), ("ooooo", 0, 1),
    ])
    func `the share of weightings is a fraction`(_ text: String, _ advised: Int, _ of: Int) {
        let share = WeightShare(of: scores(text))
        #expect(share.advised * of == advised * share.of)
    }

    @Test func `the share agrees with weights drawn from the simplex`() {
        // Uniform on the simplex: the gaps between sorted uniform numbers.
        var random = SeededGenerator(seed: 65)
        let draws = 40_000
        for row in framework.rows {
            var advised = 0
            for _ in 0..<draws {
                var cuts = (0..<4).map { _ in Double(random.next() >> 11) * 0x1p-53 }.sorted()
                cuts = [0] + cuts + [1]
                var balance = 0.0
                for (place, score) in row.scores.enumerated() {
                    balance += Double(score.value) * (cuts[place + 1] - cuts[place])
                }
                if balance > 0 { advised += 1 }
            }
            let share = WeightShare(of: row.scores).value
            let error = (share * (1 - share) / Double(draws)).squareRoot()
            #expect(abs(Double(advised) / Double(draws) - share) <= 4.5 * error + 1e-12)
        }
    }
}
