/// Holds crosswalks to themselves: no cycle may contradict itself, and no pair may be left out.
///
/// `same`, `narrower` and `within` are an order: what is the same is put together, what is narrower
/// lies below. A relation contradicts the others when by them a concept would lie below itself, or
/// when two that are said to share nothing, or only a part, lie one within the other.
struct CrosswalkCheck {
    let concepts: ConceptDefinitions
    let links: [CrosswalkLoader.Placed]

    func run(_ root: RecordValue) throws(DefinitionError) {
        try checkOrder()
        try checkPairs(root)
    }

    private func checkOrder() throws(DefinitionError) {
        var order = ConceptOrder()
        for taxonomy in concepts.taxonomies {
            for concept in taxonomy.concepts {
                guard let within = concept.within else { continue }
                order.put(name(taxonomy.id, concept.id), below: name(taxonomy.id, within))
            }
        }
        for link in links {
            let one = name(link.from, link.link.concept)
            let other = name(link.to, link.link.other)
            switch link.link.relation {
            case .same:
                guard !order.isBelow(one, other), !order.isBelow(other, one) else {
                    throw contradiction(link, "one lies within the other")
                }
                order.equate(one, other)
            case .narrower, .broader:
                let isNarrower = link.link.relation == .narrower
                let low = isNarrower ? one : other
                let high = isNarrower ? other : one
                guard !order.isSame(low, high) else {
                    throw contradiction(link, "they are the same")
                }
                guard !order.isBelow(high, low) else {
                    throw contradiction(link, "it is the other way round")
                }
                order.put(low, below: high)
            case .overlapping, .none: continue
            }
        }
        for link in links where [.overlapping, .none].contains(link.link.relation) {
            let one = name(link.from, link.link.concept)
            let other = name(link.to, link.link.other)
            if order.isSame(one, other) { throw contradiction(link, "they are the same") }
            if order.isBelow(one, other) || order.isBelow(other, one) {
                throw contradiction(link, "one lies within the other")
            }
        }
    }

    private func contradiction(
        _ link: CrosswalkLoader.Placed,
        _ otherwise: String
    ) -> DefinitionError {
        link.place.mistake(
            found: "`\(name(link.from, link.link.concept))` \(link.link.relation.rawValue) "
                + "`\(name(link.to, link.link.other))`, while by the other relations \(otherwise)",
            expected: "relations that do not contradict each other"
        )
    }

    private func checkPairs(_ root: RecordValue) throws(DefinitionError) {
        let all = concepts.taxonomies
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] {
                let isMapped =
                    concepts.crosswalk(one.id, other.id) != nil
                    || concepts.crosswalk(other.id, one.id) != nil
                    || (concepts.isOnHub(one.id) && concepts.isOnHub(other.id))
                    || concepts.none.contains { $0.covers(one.subject, other.subject) }
                guard isMapped else {
                    throw root.mistake(
                        found: "neither a mapping nor a reason for none between `\(one.id)` and "
                            + "`\(other.id)`",
                        expected: "one of the two for every pair"
                    )
                }
            }
        }
    }

    private func name(_ taxonomy: String, _ concept: String) -> String {
        "\(taxonomy) \(concept)"
    }
}

/// What lies below what, with those put together that are the same.
private struct ConceptOrder {
    private var leaders: [String: String] = [:]
    private var above: [String: Set<String>] = [:]

    private func leader(_ name: String) -> String {
        var name = name
        while let next = leaders[name] { name = next }
        return name
    }

    mutating func equate(_ one: String, _ other: String) {
        let kept = leader(one)
        let gone = leader(other)
        guard kept != gone else { return }
        leaders[gone] = kept
        above[kept, default: []].formUnion(above[gone] ?? [])
    }

    mutating func put(_ low: String, below high: String) {
        above[leader(low), default: []].insert(high)
    }

    func isSame(_ one: String, _ other: String) -> Bool { leader(one) == leader(other) }

    func isBelow(_ low: String, _ high: String) -> Bool {
        let goal = leader(high)
        var open = [leader(low)]
        var seen: Set<String> = []
        while let next = open.popLast() {
            for found in above[next] ?? [] {
                let found = leader(found)
                if found == goal { return true }
                if seen.insert(found).inserted { open.append(found) }
            }
        }
        return false
    }
}
