public import Definitions
public import Domain

/// *Begrippenkaart*: the relations between the concepts of two taxonomies.
public struct ConceptMap: Sendable {
    /// How the map was found.
    public enum Route: Sendable, Equatable {
        /// A crosswalk between the two, as written.
        case direct
        /// A crosswalk between the two, read from the other side.
        case reversed
        /// Both lie on the hub; the map is worked out from that.
        case hub(String)
        /// They are the same taxonomy.
        case itself
        /// There is none, for a reason.
        case none(LocalizedText)
    }

    /// A relation between two concepts that share something.
    public struct Entry: Sendable, Equatable {
        /// The concept of the first taxonomy.
        public let concept: String
        /// What it is to the other.
        public let relation: ConceptRelation
        /// The concept of the second taxonomy.
        public let other: String
        /// How sure.
        public let certainty: Certainty

        package init(
            concept: String,
            relation: ConceptRelation,
            other: String,
            certainty: Certainty
        ) {
            self.concept = concept
            self.relation = relation
            self.other = other
            self.certainty = certainty
        }
    }

    /// The first taxonomy.
    public let from: Taxonomy
    /// The second taxonomy.
    public let to: Taxonomy
    /// How the map was found.
    public let route: Route
    /// The relations, in the order of both taxonomies; those that share nothing are left out.
    public let entries: [Entry]
    /// Whose readings it stands on.
    public let sources: [String]

    /// The map between two taxonomies.
    public init(from: Taxonomy, to: Taxonomy, in concepts: ConceptDefinitions) {
        self.from = from
        self.to = to
        if from.id == to.id {
            route = .itself
            entries = from.concepts.map {
                Entry(concept: $0.id, relation: .same, other: $0.id, certainty: .high)
            }
            sources = []
        } else if let crosswalk = concepts.crosswalk(from.id, to.id) {
            route = .direct
            entries = ConceptMap.sorted(
                crosswalk.links.map {
                    Entry(
                        concept: $0.concept,
                        relation: $0.relation,
                        other: $0.other,
                        certainty: crosswalk.certainty
                    )
                },
                from,
                to
            )
            sources = [crosswalk.source]
        } else if let crosswalk = concepts.crosswalk(to.id, from.id) {
            route = .reversed
            entries = ConceptMap.sorted(
                crosswalk.links.map {
                    Entry(
                        concept: $0.other,
                        relation: $0.relation.reversed,
                        other: $0.concept,
                        certainty: crosswalk.certainty
                    )
                },
                from,
                to
            )
            sources = [crosswalk.source]
        } else if let one = concepts.crosswalk(from.id, concepts.hub),
            let other = concepts.crosswalk(to.id, concepts.hub)
        {
            route = .hub(concepts.hub)
            entries = HubMap(one: one, other: other).entries(from, to)
            sources = [one.source, other.source]
        } else {
            let reason = concepts.none.first { $0.covers(from.subject, to.subject) }?.reason
            route = .none(reason ?? LocalizedText(nl: "", en: ""))
            entries = []
            sources = []
        }
    }

    /// The relations of one concept.
    public func entries(of concept: String) -> [Entry] {
        entries.filter { $0.concept == concept }
    }

    private static func sorted(_ entries: [Entry], _ from: Taxonomy, _ to: Taxonomy) -> [Entry] {
        let left = from.concepts.map(\.id)
        let right = to.concepts.map(\.id)
        func place(_ entry: Entry) -> (Int, Int) {
            (left.firstIndex(of: entry.concept) ?? 0, right.firstIndex(of: entry.other) ?? 0)
        }
        return entries.filter { $0.relation != .none }.sorted { place($0) < place($1) }
    }
}
