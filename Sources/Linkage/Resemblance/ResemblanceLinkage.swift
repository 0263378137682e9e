public import Columns

/// Two records that are taken for the same person, and why.
public struct ResemblancePair: Sendable, Equatable {
    /// The record of the first side.
    public let left: Int
    /// The record of the second side.
    public let right: Int
    /// The pattern in which they agree.
    let pattern: Int
    /// The match weight, the sum over the fields of log₂(m/u).
    public let weight: Double
    /// The chance that they are the same person.
    public let probability: Double
}

/// What linking gave, with how wrong it may be.
public struct ResemblanceResult: Sendable {
    /// The pairs, by the second side and then the first.
    public let pairs: [ResemblancePair]
    /// The model that was fitted.
    public let model: ResemblanceModel
    /// Pairs that were compared.
    public let candidates: Int
    /// Matches among the pairs that are expected to be false.
    public let expectedFalse: Double
    /// Matches among the candidates that are expected to be missed.
    ///
    /// What blocking kept apart is not among them: nobody looked at it.
    public let expectedMissed: Double

    /// The weight of a pair, field by field: the level and what it adds.
    public func explanation(
        of pair: ResemblancePair
    ) -> [(field: String, level: String, weight: Double)] {
        zip(model.fields, model.levels(of: pair.pattern)).map { field, level in
            (field.name, field.levels[level], field.weight(level))
        }
    }
}

/// Why records cannot be linked as asked.
public enum ResemblanceError: Error, Equatable, Sendable {
    /// A field both blocks and is compared: within a block it always agrees, and says nothing.
    case blockingFieldIsCompared(name: String)
    /// The sides differ in fields, kinds or lengths.
    case sidesDiffer(name: String)
    /// There are more patterns than can be counted; leave fields out.
    case tooManyPatterns(count: Int)
}

/// *Koppeling op gelijkenis*: joins records without a number by how much they are alike.
///
/// Whoever calls it with real records asks `PermitGate` first: it re-identifies what the law left
/// unidentified.
public struct ResemblanceLinkage: Sendable {
    /// A field with both its sides.
    public struct Field: Sendable {
        let name: String
        let left: ResemblanceColumn
        let right: ResemblanceColumn

        /// Creates a field.
        public init(name: String, left: ResemblanceColumn, right: ResemblanceColumn) {
            self.name = name
            self.left = left
            self.right = right
        }
    }

    /// A way to find candidates: records whose keys are the same; 0 is no key.
    public struct Block: Sendable {
        let fields: [String]
        let left: [UInt64]
        let right: [UInt64]

        /// Creates a way to find candidates, with the names of the fields its keys are made of.
        public init(fields: [String], left: [UInt64], right: [UInt64]) {
            self.fields = fields
            self.left = left
            self.right = right
        }
    }

    private let fields: [Field]
    private let index: BlockIndex
    private let isWithinOneList: Bool
    private let comparisons: [ResemblanceComparison]
    private let workers: Workers

    /// Prepares a linkage.
    ///
    /// - Parameters:
    ///   - fields: what is compared.
    ///   - blocks: what leads to candidates.
    ///   - isWithinOneList: whether both sides are the same list, in which a record is looked for
    ///     among those before it.
    ///   - workers: the cores to work on.
    /// - Throws: ``ResemblanceError``.
    public init(
        fields: [Field],
        blocks: [Block],
        isWithinOneList: Bool = false,
        workers: Workers
    ) throws(ResemblanceError) {
        self.isWithinOneList = isWithinOneList
        for block in blocks {
            for name in block.fields where fields.contains(where: { $0.name == name }) {
                throw .blockingFieldIsCompared(name: name)
            }
        }
        for field in fields
        where field.left.levels != field.right.levels
            || blocks.contains(where: {
                $0.left.count != field.left.count || $0.right.count != field.right.count
            })
        {
            throw .sidesDiffer(name: field.name)
        }
        let patterns = fields.reduce(1) { $0 * $1.left.levels.count }
        guard patterns <= 1 << 16 else { throw .tooManyPatterns(count: patterns) }
        self.fields = fields
        self.workers = workers
        comparisons = fields.map { ResemblanceComparison($0.left, $0.right) }
        index = BlockIndex(blocks)
    }

    /// Links the sides.
    ///
    /// - Parameters:
    ///   - threshold: the chance from which a pair is taken for the same person.
    ///   - oneToOne: whether a record goes with one of the other side at the most: the likeliest
    ///     first, then the lowest number.
    /// - Returns: the pairs; the same on any number of cores.
    /// - Throws: what a worker throws; linking itself throws nothing.
    public func run(threshold: Double, oneToOne: Bool) throws -> ResemblanceResult {
        let ranges = Workers.ranges(of: index.rightCount, pieces: workers.cores * 8)
        let parts = try workers.map(ranges.count) { piece in agreements(of: ranges[piece]) }
        let levels = fields.map { (name: $0.name, levels: $0.left.levels) }
        var counts = [Int](repeating: 0, count: levels.reduce(1) { $0 * $1.levels.count })
        for part in parts { for pattern in part { counts[Int(pattern)] += 1 } }
        let model = ResemblanceModel(fields: levels, counts: counts)
        let chances = counts.indices.map { model.probability(model.levels(of: $0)) }
        let weights = counts.indices.map { pattern in
            zip(model.fields, model.levels(of: pattern)).reduce(0) { $0 + $1.0.weight($1.1) }
        }
        let found = try workers.map(ranges.count) { piece in
            likely(of: ranges[piece], parts[piece], chances, weights, threshold)
        }
        var pairs = Array.flattened(found)
        if oneToOne { pairs = ResemblanceLinkage.oneToOne(pairs) }
        let all = counts.indices.reduce(0) { $0 + Double(counts[$1]) * chances[$1] }
        let right = pairs.reduce(0) { $0 + $1.probability }
        return ResemblanceResult(
            pairs: pairs,
            model: model,
            candidates: counts.reduce(0, +),
            expectedFalse: Double(pairs.count) - right,
            expectedMissed: max(0, all - right)
        )
    }

    private func agreements(of range: Range<Int>) -> [UInt16] {
        var patterns: [UInt16] = []
        for right in range {
            candidates(of: right) { left in patterns.append(pattern(left, right)) }
        }
        return patterns
    }

    private func candidates(of right: Int, _ found: (Int) -> Void) {
        index.candidates(of: right) { left in
            if !isWithinOneList || left < right { found(left) }
        }
    }

    private func pattern(_ left: Int, _ right: Int) -> UInt16 {
        var pattern: UInt16 = 0
        var step: UInt16 = 1
        for (comparison, field) in zip(comparisons, fields) {
            pattern += comparison.level(left, right) * step
            step *= UInt16(field.left.levels.count)
        }
        return pattern
    }

    private func likely(
        of range: Range<Int>,
        _ patterns: [UInt16],
        _ chances: [Double],
        _ weights: [Double],
        _ threshold: Double
    ) -> [ResemblancePair] {
        var pairs: [ResemblancePair] = []
        var next = 0
        for right in range {
            let start = pairs.count
            candidates(of: right) { left in
                let pattern = Int(patterns[next])
                next += 1
                guard chances[pattern] >= threshold else { return }
                pairs.append(
                    ResemblancePair(
                        left: left,
                        right: right,
                        pattern: pattern,
                        weight: weights[pattern],
                        probability: chances[pattern]
                    )
                )
            }
            pairs[start...].sort { $0.left < $1.left }
        }
        return pairs
    }

    private static func oneToOne(_ pairs: [ResemblancePair]) -> [ResemblancePair] {
        var takenLeft: Set<Int> = []
        var takenRight: Set<Int> = []
        let ordered = pairs.sorted {
            ($1.weight, $0.right, $0.left) < ($0.weight, $1.right, $1.left)
        }
        return ordered.filter { pair in
            guard !takenLeft.contains(pair.left), !takenRight.contains(pair.right) else {
                return false
            }
            takenLeft.insert(pair.left)
            takenRight.insert(pair.right)
            return true
        }.sorted { ($0.right, $0.left) < ($1.right, $1.left) }
    }
}
