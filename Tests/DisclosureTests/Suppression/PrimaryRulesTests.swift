import Disclosure
import Testing

@Suite("Primary rules")
struct PrimaryRulesTests {
    /// Which cells of a single row a rule withholds, where nothing else is at stake.
    private func withheld(
        _ values: [Int],
        _ rules: SuppressionRules,
        _ change: (inout SuppressionProblem) -> Void = { _ in }
    ) -> [Int] {
        var system = CellSystem(labels: GivenLabels(cells: []))
        for value in values { system.addCell(.exact(value)) }
        var problem = SuppressionProblem(system, values: values)
        change(&problem)
        let result = Suppression(rules).run(problem)
        return result.isSuppressed.indices.filter { result.isSuppressed[$0] }
    }

    @Test func `the threshold withholds 1 to 4, and zero only where that is asked`() {
        let values = [0, 1, 4, 5, 12]
        #expect(withheld(values, SuppressionRules()) == [1, 2])
        #expect(withheld(values, SuppressionRules(withholdsZeros: true)) == [0, 1, 2])
        #expect(withheld(values, SuppressionRules(threshold: 10)) == [1, 2, 3])
    }

    /// Total 100 of 80, 15, 3, 2: the second knows the largest to 5, which is 6.25 % of 80.
    @Test(arguments: [(6, []), (7, [0]), (10, [0])])
    func `the p % rule: can the second estimate the largest`(
        _ percentage: Int,
        _ expected: [Int]
    ) {
        let rules = SuppressionRules(percentage: percentage)
        #expect(withheld([100], rules) { $0.contributors[0] = [80, 15, 3, 2] } == expected)
    }

    @Test(arguments: [(1, 80, []), (1, 79, [0]), (2, 95, []), (2, 94, [0])])
    func `the dominance rule: what the largest n make up`(
        _ contributors: Int,
        _ percentage: Int,
        _ expected: [Int]
    ) {
        let rules = SuppressionRules(
            dominance: .init(contributors: contributors, percentage: percentage)
        )
        #expect(withheld([100], rules) { $0.contributors[0] = [80, 15, 3, 2] } == expected)
    }

    @Test func `a figure of too few holders or of one large one, in counts too`() {
        #expect(
            withheld([40, 40, 0], SuppressionRules(leastHolders: 2)) { $0.holders = [1, 2, 0] }
                == [0]
        )
        #expect(
            withheld([40, 40], SuppressionRules(dominantHolder: 75)) {
                $0.contributors = [[31, 9], [30, 10]]
            } == [0]
        )
    }

    @Test(arguments: [(27, 3, [0, 1, 2]), (26, 4, [1]), (30, 0, [0, 1])])
    func `a category with nearly all of a group gives the group away`(
        _ one: Int,
        _ other: Int,
        _ least: [Int]
    ) {
        var system = CellSystem(labels: GivenLabels(cells: []))
        for value in [one, other, one + other] { system.addCell(.exact(value)) }
        let relation = system.addSum(of: [0, 1], equals: 2)
        var problem = SuppressionProblem(system, values: [one, other, one + other])
        problem.sensitiveRelations = [relation]
        let result = Suppression(SuppressionRules(groupShare: 90)).run(problem)
        #expect(result.isSuppressed[0] == (one * 100 >= 90 * (one + other)) || other < 5)
        #expect(result.primary >= 1)
        #expect(
            result.isSuppressed.indices.contains { result.isSuppressed[$0] && least.contains($0) }
        )
    }

    @Test func `a frozen cell is printed as it stands`() {
        #expect(withheld([3, 2], SuppressionRules()) { $0.isFrozen[0] = true } == [1])
    }
}
