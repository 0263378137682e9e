import Definitions

/// The map between two taxonomies that both lie on the hub.
///
/// A concept holds some atoms of the hub wholly and others in part. One lies within another when
/// the other wholly holds every atom of which the one holds anything. Where both hold no more than
/// a part of every atom they share, it is not known that the parts meet: the relation is overlapping
/// with low certainty.
struct HubMap {
    let one: Crosswalk
    let other: Crosswalk

    func entries(_ from: Taxonomy, _ to: Taxonomy) -> [ConceptMap.Entry] {
        let certainty = min(one.certainty, other.certainty)
        return from.concepts.flatMap { concept in
            let left = HubMap.content(of: concept.id, one)
            return to.concepts.compactMap { counterpart -> ConceptMap.Entry? in
                let right = HubMap.content(of: counterpart.id, other)
                let (relation, isSure) = HubMap.relation(left, right)
                guard relation != .none else { return nil }
                return ConceptMap.Entry(
                    concept: concept.id,
                    relation: relation,
                    other: counterpart.id,
                    certainty: isSure ? certainty : .low
                )
            }
        }
    }

    /// The atoms a concept holds something of, and whether wholly.
    static func content(of concept: String, _ crosswalk: Crosswalk) -> [String: Bool] {
        var atoms: [String: Bool] = [:]
        for link in crosswalk.links where link.concept == concept {
            switch link.relation {
            case .same, .broader: atoms[link.other] = true
            case .narrower, .overlapping: atoms[link.other] = atoms[link.other] ?? false
            case .none: continue
            }
        }
        return atoms
    }

    /// What one content is to another, and whether the two surely meet.
    static func relation(
        _ left: [String: Bool],
        _ right: [String: Bool]
    ) -> (ConceptRelation, Bool) {
        let shared = left.keys.filter { right[$0] != nil }
        guard !shared.isEmpty else { return (.none, true) }
        let isWithin = left.keys.allSatisfy { right[$0] == true }
        let holds = right.keys.allSatisfy { left[$0] == true }
        switch (isWithin, holds) {
        case (true, true): return (.same, true)
        case (true, false): return (.narrower, true)
        case (false, true): return (.broader, true)
        case (false, false):
            return (.overlapping, shared.contains { left[$0] == true || right[$0] == true })
        }
    }
}
