/// Decides which cells may not be shown by themselves.
struct PrimarySuppression {
    private let rules: SuppressionRules

    init(_ rules: SuppressionRules) {
        self.rules = rules
    }

    /// Whether each cell of a problem is withheld by a rule.
    func run(_ problem: SuppressionProblem) -> [Bool] {
        var isPrimary = problem.values.indices.map { cell in
            !problem.isFrozen[cell] && breaksARule(cell, problem)
        }
        for cell in groupDisclosures(problem) where !problem.isFrozen[cell] {
            isPrimary[cell] = true
        }
        return isPrimary
    }

    private func breaksARule(_ cell: Int, _ problem: SuppressionProblem) -> Bool {
        let value = problem.values[cell]
        let contributors = problem.contributors[cell]
        if problem.system.kinds[cell] == .count {
            if value == 0 { return rules.withholdsZeros }
            if value > 0, value < rules.threshold { return true }
        }
        if let least = rules.leastHolders, value > 0,
            let holders = problem.holders[cell]
                ?? (contributors.isEmpty ? nil : contributors.count),
            holders < least
        {
            return true
        }
        guard let largest = contributors.first else { return false }
        if let share = rules.dominantHolder, largest * 100 > share * value { return true }
        if let dominance = rules.dominance {
            let together = contributors.prefix(dominance.contributors).reduce(0, +)
            if together * 100 > dominance.percentage * value { return true }
        }
        if let percentage = rules.percentage {
            let second = contributors.count > 1 ? contributors[1] : 0
            // The second knows its own part, and takes the rest of the total for the largest.
            if (value - largest - second) * 100 < percentage * largest { return true }
        }
        return false
    }

    /// The categories that hold nearly all of a group: knowing that someone is in the group is
    /// then knowing the category.
    private func groupDisclosures(_ problem: SuppressionProblem) -> [Int] {
        guard let share = rules.groupShare else { return [] }
        var cells: [Int] = []
        for relation in problem.sensitiveRelations {
            let terms = problem.system.terms(of: relation)
            guard let last = terms.last else { continue }
            let group = problem.values[Int(problem.system.cells[last])]
            guard group > 0 else { continue }
            for term in terms.dropLast() {
                let cell = Int(problem.system.cells[term])
                if problem.values[cell] * 100 >= share * group { cells.append(cell) }
            }
        }
        return cells
    }
}
