/// The model of Fellegi and Sunter, fitted to the patterns in which pairs agree.
///
/// Fellegi and Sunter, "A theory for record linkage" (1969); fitted by expectation maximisation as
/// Winkler (1988) and Jaro (1989) did, on the assumption that fields agree independently within
/// matches and within the others. A missing field leaves its factor out.
public struct ResemblanceModel: Sendable, Equatable {
    /// A field with how often its levels occur; level 0, missing, has no share.
    public struct Field: Sendable, Equatable {
        /// The name.
        public let name: String
        /// The names of the levels.
        public let levels: [String]
        /// Among matches.
        public internal(set) var matches: [Double]
        /// Among the others.
        public internal(set) var others: [Double]

        /// The weight of a level: log₂ of how much likelier it is among matches.
        public func weight(_ level: Int) -> Double {
            guard level > 0 else { return 0 }
            return Logarithm.base2(matches[level] / others[level])
        }
    }

    /// The fields.
    public private(set) var fields: [Field]
    /// The share of candidate pairs that are matches.
    public private(set) var share: Double
    /// How many rounds the fit took.
    public private(set) var rounds = 0

    /// The smallest share a level may have, so that one that never occurred is not impossible.
    static let floor = 1e-6

    /// The number of patterns.
    var patternCount: Int { fields.reduce(1) { $0 * $1.levels.count } }

    /// The levels of a pattern, by field.
    func levels(of pattern: Int) -> [Int] {
        var rest = pattern
        return fields.map { field in
            defer { rest /= field.levels.count }
            return rest % field.levels.count
        }
    }

    /// Fits a model to how often each pattern occurs.
    ///
    /// - Parameters:
    ///   - given: names and levels, in the order of the patterns.
    ///   - counts: the pairs by pattern.
    /// - Complexity: O(rounds · patterns · fields), whatever the number of pairs.
    init(fields given: [(name: String, levels: [String])], counts: [Int]) {
        fields = given.map { field in
            // At the start matches agree as a rule, and others as chance has it.
            let top = field.levels.count - 1
            let matches = field.levels.indices.map { level in
                level == 0 ? 0 : level == top ? 0.8 : 0.2 / Double(max(1, top - 1))
            }
            return Field(name: field.name, levels: field.levels, matches: matches, others: [])
        }
        share = 0.05
        let patterns = counts.indices.filter { counts[$0] > 0 }
        let levels = patterns.map { pattern -> [Int] in
            var rest = pattern
            return given.map { field in
                defer { rest /= field.levels.count }
                return rest % field.levels.count
            }
        }
        let pairs = patterns.map { Double(counts[$0]) }
        for index in fields.indices {
            fields[index].others = shares(of: index, levels, weights: pairs)
        }
        guard !pairs.isEmpty else { return }
        let total = pairs.reduce(0, +)
        for round in 1...2000 {
            let chances = levels.map { probability($0) }
            let expected = zip(chances, pairs).map { $0 * $1 }
            let rest = zip(chances, pairs).map { (1 - $0) * $1 }
            let next = min(max(expected.reduce(0, +) / total, ResemblanceModel.floor), 1)
            var change = abs(next - share)
            share = next
            for index in fields.indices {
                let matches = shares(of: index, levels, weights: expected)
                let others = shares(of: index, levels, weights: rest)
                for level in matches.indices {
                    change = max(change, abs(matches[level] - fields[index].matches[level]))
                    change = max(change, abs(others[level] - fields[index].others[level]))
                }
                fields[index].matches = matches
                fields[index].others = others
            }
            rounds = round
            if change < 1e-9 { break }
        }
    }

    /// The chance that a pair with these levels is a match.
    func probability(_ levels: [Int]) -> Double {
        var match = share
        var other = 1 - share
        for (field, level) in zip(fields, levels) where level > 0 {
            match *= field.matches[level]
            other *= field.others[level]
        }
        return match + other > 0 ? match / (match + other) : 0
    }

    private func shares(of index: Int, _ levels: [[Int]], weights: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: fields[index].levels.count)
        for (pattern, weight) in zip(levels, weights) where pattern[index] > 0 {
            sums[pattern[index]] += weight
        }
        let total = sums.reduce(0, +)
        guard total > 0 else { return sums.map { _ in 1 / Double(max(1, sums.count - 1)) } }
        return sums.enumerated().map { level, sum in
            level == 0 ? 0 : max(sum / total, ResemblanceModel.floor)
        }
    }
}
