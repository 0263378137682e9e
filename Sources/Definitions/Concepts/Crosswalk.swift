public import Domain

/// *Relatie*: what one concept is to another.
public enum ConceptRelation: String, CaseIterable, Sendable {
    /// They mean the same.
    case same
    /// The first holds all of the second, and more.
    case broader
    /// The first lies within the second, and is less.
    case narrower
    /// They share a part; neither lies within the other.
    case overlapping
    /// They share nothing.
    case none

    /// The relation seen from the other side.
    public var reversed: ConceptRelation {
        switch self {
        case .broader: .narrower
        case .narrower: .broader
        case .same, .overlapping, .none: self
        }
    }
}

/// *Zekerheid*: how sure a reading is; the first is the least.
public enum Certainty: String, CaseIterable, Sendable, Comparable {
    /// A guess on little.
    case low
    /// Our reading of the source.
    case medium
    /// What the source says.
    case high

    /// The less sure comes first.
    public static func < (left: Certainty, right: Certainty) -> Bool {
        let order = Certainty.allCases
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}

/// *Begrippenkoppeling*: the relations between the concepts of two taxonomies, n to m.
public struct Crosswalk: Sendable {
    /// One relation.
    public struct Link: Sendable, Equatable {
        /// The concept of the first taxonomy.
        public let concept: String
        /// What it is to the other.
        public let relation: ConceptRelation
        /// The concept of the second taxonomy.
        public let other: String

        package init(concept: String, relation: ConceptRelation, other: String) {
            self.concept = concept
            self.relation = relation
            self.other = other
        }
    }

    /// The first taxonomy.
    public let from: String
    /// The second taxonomy.
    public let to: String
    /// How sure the reading is.
    public let certainty: Certainty
    /// Whose reading it is.
    public let source: String
    /// The relations; what is not listed is not shared.
    public let links: [Link]

    package init(from: String, to: String, certainty: Certainty, source: String, links: [Link]) {
        self.from = from
        self.to = to
        self.certainty = certainty
        self.source = source
        self.links = links
    }
}

/// Why taxonomies of some subjects are not mapped to those of others.
public struct NoCrosswalk: Sendable {
    /// Subjects on one side.
    public let of: [Taxonomy.Subject]
    /// Subjects on the other.
    public let with: [Taxonomy.Subject]
    /// Why not.
    public let reason: LocalizedText

    /// Whether it speaks of two subjects, in either order.
    public func covers(_ one: Taxonomy.Subject, _ other: Taxonomy.Subject) -> Bool {
        (of.contains(one) && with.contains(other)) || (of.contains(other) && with.contains(one))
    }
}

/// *Overgang*: a published series that is read by another taxonomy than it was counted by.
public struct Crossing: Sendable, Equatable {
    /// The series.
    public let series: String
    /// The taxonomy it was counted by.
    public let from: String
    /// The taxonomy it is read by here.
    public let to: String
}

/// *Begrippenkader*: the taxonomies and what they are to each other.
public struct ConceptDefinitions: Sendable {
    /// The taxonomies, by id.
    public let taxonomies: [Taxonomy]
    /// The taxonomy fine enough for every other ordering of violence to be laid on it.
    public let hub: String
    /// The crosswalks, in the order of the record.
    public let crosswalks: [Crosswalk]
    /// Why the other pairs are not mapped.
    public let none: [NoCrosswalk]
    /// The series that cross from one taxonomy to another.
    public let crossings: [Crossing]

    package init(
        taxonomies: [Taxonomy],
        hub: String,
        crosswalks: [Crosswalk],
        none: [NoCrosswalk],
        crossings: [Crossing] = []
    ) {
        self.crossings = crossings
        self.taxonomies = taxonomies
        self.hub = hub
        self.crosswalks = crosswalks
        self.none = none
    }

    /// The taxonomy with an id.
    public func taxonomy(_ id: String) -> Taxonomy? {
        taxonomies.first { $0.id == id }
    }

    /// The crosswalk between two taxonomies, from the first to the second, as written.
    public func crosswalk(_ from: String, _ to: String) -> Crosswalk? {
        crosswalks.first { $0.from == from && $0.to == to }
    }

    /// Whether a taxonomy lies on the hub.
    public func isOnHub(_ id: String) -> Bool {
        id == hub || crosswalk(id, hub) != nil
    }
}
