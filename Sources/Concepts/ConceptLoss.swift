import Definitions

/// *Verlies*: what comes back of concepts that go to another taxonomy and back again.
///
/// `Z16.01` goes to physical abuse, psychological abuse and sexual abuse and comes back alone; but
/// sexual abuse goes to `Z16.01` and comes back as one of three that can no longer be told apart.
public struct ConceptLoss: Sendable {
    /// What happens to a concept.
    public enum Grade: String, CaseIterable, Sendable {
        /// It has a concept that means the same, and comes back as itself.
        case exact
        /// It comes back alone, but means something wider or narrower on the way.
        case changed
        /// It comes back together with others: they can no longer be told apart.
        case merged
        /// The other taxonomy has nothing for it.
        case lost
    }

    /// The way of one concept.
    public struct Way: Sendable, Equatable {
        /// The concept.
        public let concept: String
        /// What happens to it.
        public let grade: Grade
        /// Where it goes.
        public let there: [String]
        /// What comes back beside it.
        public let others: [String]
    }

    /// The map there.
    public let map: ConceptMap
    /// The ways, in the order of the taxonomy.
    public let ways: [Way]

    /// Whether anything is lost, merged or changed.
    public var isLossy: Bool { ways.contains { $0.grade != .exact } }

    /// Sends every concept there and back.
    public init(_ map: ConceptMap) {
        self.map = map
        let from = map.from
        ways = from.concepts.map { concept in
            let there = ConceptLoss.closest(map.entries(of: concept.id), in: map.to)
            guard !there.isEmpty else {
                return Way(concept: concept.id, grade: .lost, there: [], others: [])
            }
            let family =
                [concept.id] + ConceptLoss.above(concept.id, in: from)
                + from.concepts.map(\.id).filter {
                    ConceptLoss.above($0, in: from).contains(concept.id)
                }
            let others = from.concepts.map(\.id).filter { other in
                !family.contains(other)
                    && map.entries.contains {
                        $0.concept == other && there.map(\.other).contains($0.other)
                    }
            }
            let isSame = there.contains { $0.relation == .same }
            return Way(
                concept: concept.id,
                grade: others.isEmpty ? (isSame ? .exact : .changed) : .merged,
                there: there.map(\.other),
                others: others
            )
        }
    }

    /// How many concepts have a grade.
    public func count(_ grade: Grade) -> Int { ways.count { $0.grade == grade } }

    /// The closest counterparts: the same; else the narrowest that hold it; else all it shares with.
    private static func closest(
        _ entries: [ConceptMap.Entry],
        in taxonomy: Taxonomy
    ) -> [ConceptMap.Entry] {
        let same = entries.filter { $0.relation == .same }
        if !same.isEmpty { return same }
        let holding = entries.filter { $0.relation == .narrower }
        guard !holding.isEmpty else { return entries }
        return holding.filter { entry in
            !holding.contains { above($0.other, in: taxonomy).contains(entry.other) }
        }
    }

    /// The concepts that one lies within, nearest first.
    private static func above(_ concept: String, in taxonomy: Taxonomy) -> [String] {
        var found: [String] = []
        var next = taxonomy.concept(concept)?.within
        while let name = next {
            found.append(name)
            next = taxonomy.concept(name)?.within
        }
        return found
    }
}
