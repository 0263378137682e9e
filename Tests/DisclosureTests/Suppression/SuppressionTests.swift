import Disclosure
import Testing

@Suite("Suppression")
struct SuppressionTests {
    /// A table of three or two dimensions with small numbers, drawn with a seed.
    private func problem(_ parts: [Int], _ seed: UInt64, below bound: Int) -> SuppressionProblem {
        var chance = TestChance(seed)
        let leaves = (0..<parts.reduce(1, *)).map { _ in chance.below(bound) * chance.below(3) }
        var values: [Int] = []
        let (_, system) = AllTables.table(parts) { sum in
            values.append(sum.reduce(0) { $0 + leaves[$1] })
            return .exact(values[values.count - 1])
        }
        return SuppressionProblem(system, values: values)
    }

    private func printed(_ problem: SuppressionProblem, _ result: SuppressionResult) -> CellSystem {
        var system = problem.system
        for (cell, knowledge) in result.knowledge(problem.values).enumerated() {
            system.set(knowledge, of: cell)
        }
        return system
    }

    @Test(arguments: [[6, 5], [8, 8], [4, 3, 3]], [1, 2, 3, 4, 5] as [UInt64])
    func `nothing can be found in what is left`(_ parts: [Int], _ seed: UInt64) throws {
        let problem = problem(parts, seed, below: 9)
        let result = Suppression().run(problem)
        #expect(result.unprotected.isEmpty)
        #expect(result.primary > 0)
        let report = try Attacker(printed(problem, result)).run()
        #expect(report.findings.isEmpty)
        #expect(report.isComplete)
        for (cell, value) in problem.values.enumerated() where (1...4).contains(value) {
            #expect(result.isSuppressed[cell])
        }
    }

    @Test func `every secondary cell of a small table is needed`() throws {
        let problem = problem([6, 5], 3, below: 12)
        let result = Suppression().run(problem)
        let rules = SuppressionRules()
        for cell in problem.values.indices
        where result.isSuppressed[cell] && problem.values[cell] >= rules.threshold {
            var system = printed(problem, result)
            system.set(.exact(problem.values[cell]), of: cell)
            // Without it some cell is known too well, also for who knows that zeros are printed.
            let plain = try Attacker(system).run().findings
            let hides = problem.values.indices.contains {
                result.isSuppressed[$0] && problem.values[$0] == 0
            }
            let knowing = try Attacker(
                system,
                settings: AttackSettings(zerosPublished: !hides)
            ).run().findings
            #expect(!plain.isEmpty || !knowing.isEmpty || hides)
        }
    }

    /// The table of investments of the literature with 8 as the only sensitive cell.
    @Test func `a rectangle is closed around a single small cell`() throws {
        let values = [20, 50, 10, 80, 3, 19, 22, 44, 17, 32, 12, 61, 40, 101, 44, 185]
        var system = CellSystem(labels: GivenLabels(cells: []))
        for value in values { system.addCell(.exact(value)) }
        for row in 0..<4 { system.addSum(of: (0..<3).map { row * 4 + $0 }, equals: row * 4 + 3) }
        for column in 0..<4 {
            system.addSum(of: (0..<3).map { $0 * 4 + column }, equals: 12 + column)
        }
        let problem = SuppressionProblem(system, values: values)
        let result = Suppression().run(problem)
        // The cheapest rectangle through 3: with 17, 22 and 12.
        #expect(result.isSuppressed.indices.filter { result.isSuppressed[$0] } == [4, 6, 8, 10])
        #expect(result.informationLost == 3 + 22 + 17 + 12)
        let report = try Attacker(
            printed(problem, result),
            settings: AttackSettings(everyInterval: true)
        ).run()
        #expect(report.low[4] == 0)
        #expect(report.high[4] == 20)
    }

    @Test func `what cannot be hidden is told`() {
        var system = CellSystem(labels: GivenLabels(cells: []))
        for value in [3, 9, 12] { system.addCell(.exact(value)) }
        system.addSum(of: [0, 1], equals: 2)
        var problem = SuppressionProblem(system, values: [3, 9, 12])
        problem.isFrozen = [false, true, true]
        let result = Suppression().run(problem)
        #expect(result.unprotected == [0])
    }

    @Test func `the same table gives the same cells`() {
        let problem = problem([8, 8], 4, below: 9)
        #expect(Suppression().run(problem) == Suppression().run(problem))
    }
}
