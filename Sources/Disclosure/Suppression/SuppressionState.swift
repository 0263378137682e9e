/// What is withheld so far, and the witness of each withheld cell.
struct SuppressionState {
    private let problem: SuppressionProblem
    /// What a cell must vary, in whole numbers.
    let spread: Int
    /// Whether each cell falls under a rule.
    let isPrimary: [Bool]
    /// Whether each cell is withheld.
    private(set) var isSuppressed: [Bool]
    /// Whether nothing was found that varies with a cell.
    var isHopeless: [Bool]
    /// The patterns; `nil` where one no longer holds.
    private(set) var patterns: [ProtectionPattern?] = []
    /// The witness of each cell: the number of its pattern, or −1.
    private(set) var witness: [Int]
    /// The patterns in which each cell stands.
    private(set) var patternsOf: [[Int32]]
    private let percentage: Int?
    private static let tolerance = 1e-6

    init(_ problem: SuppressionProblem, _ rules: SuppressionRules, _ isPrimary: [Bool]) {
        self.problem = problem
        self.isPrimary = isPrimary
        spread = rules.threshold - 1
        percentage = rules.percentage
        isSuppressed = isPrimary
        isHopeless = Array(repeating: false, count: isPrimary.count)
        witness = Array(repeating: -1, count: isPrimary.count)
        patternsOf = Array(repeating: [], count: isPrimary.count)
    }

    /// Whether a cell is withheld and has no witness yet.
    func isOpen(_ cell: Int) -> Bool {
        isSuppressed[cell] && witness[cell] < 0 && !isHopeless[cell]
    }

    /// The withheld cells without a witness.
    var open: [Int] { isSuppressed.indices.filter { isSuppressed[$0] && witness[$0] < 0 } }

    /// By how much a cell must be able to rise.
    func rise(of cell: Int) -> Double {
        guard isPrimary[cell], let percentage, let largest = problem.contributors[cell].first
        else { return Double(spread) }
        // So that no estimate comes within the percentage of the largest contribution.
        let rest =
            problem.values[cell] - largest
            - problem.contributors[cell].dropFirst().prefix(1)
            .reduce(0, +)
        let need = Double(percentage * largest) / 100 - Double(rest)
        return max(Double(spread), need.rounded(.up))
    }

    /// What a pattern costs in cells that are not withheld yet.
    func cost(of pattern: ProtectionPattern) -> Double {
        pattern.changes.reduce(0) { cost, change in
            cost + (isSuppressed[Int(change.cell)] ? 0 : problem.weights[Int(change.cell)])
        }
    }

    /// Takes a pattern in: its cells are withheld, and it is a witness for those it suffices for.
    ///
    /// - Returns: The cells that were not withheld before.
    mutating func add(_ pattern: ProtectionPattern) -> [Int] {
        let number = patterns.count
        patterns.append(pattern)
        var added: [Int] = []
        for change in pattern.changes {
            let cell = Int(change.cell)
            patternsOf[cell].append(Int32(number))
            if !isSuppressed[cell] {
                isSuppressed[cell] = true
                added.append(cell)
            }
            if witness[cell] < 0, suffices(change.by, pattern, cell) { witness[cell] = number }
        }
        return added
    }

    private func suffices(_ by: Double, _ pattern: ProtectionPattern, _ cell: Int) -> Bool {
        let need = rise(of: cell) - Self.tolerance
        let value = Double(problem.values[cell])
        if isPrimary[cell], percentage != nil {
            return by >= need || pattern.isReversible && -by >= need
        }
        // Where the cell gets to, whole numbers, the true one included. A withheld count that is
        // not zero is taken to be at least 1, in case the attacker knows that.
        let up = pattern.isReversible ? abs(by) : max(by, 0)
        let down = pattern.isReversible ? abs(by) : max(-by, 0)
        let high = (value + up + Self.tolerance).rounded(.down)
        var low = (value - down - Self.tolerance).rounded(.up)
        if value >= 1, problem.system.kinds[cell] == .count { low = max(low, 1) }
        guard high - low >= Double(spread) else { return false }
        return value == 0 || low > Double(spread) || high > Double(spread)
    }

    /// Prints a cell after all; the patterns in which it varies no longer hold.
    ///
    /// - Returns: The cells that lost their witness.
    mutating func publish(_ cell: Int) -> [Int] {
        isSuppressed[cell] = false
        witness[cell] = -1
        var lost: [Int] = []
        for number in patternsOf[cell] {
            guard let pattern = patterns[Int(number)] else { continue }
            patterns[Int(number)] = nil
            for change in pattern.changes where witness[Int(change.cell)] == Int(number) {
                witness[Int(change.cell)] = -1
                lost.append(Int(change.cell))
            }
        }
        patternsOf[cell] = []
        // Another pattern that still holds may do as well.
        return lost.filter { cell in
            guard isSuppressed[cell] else { return false }
            for number in patternsOf[cell] {
                guard let pattern = patterns[Int(number)],
                    let change = pattern.changes.first(where: { Int($0.cell) == cell }),
                    suffices(change.by, pattern, cell)
                else { continue }
                witness[cell] = Int(number)
                return false
            }
            return true
        }
    }

}
