import Concepts
import Definitions
import Domain
import Testing
import TestSupport

struct ConceptMapTests {
    let concepts: ConceptDefinitions

    init() throws {
        concepts = try TestDefinitions.load().concepts
    }

    private func map(_ from: String, _ to: String) throws -> ConceptMap {
        ConceptMap(
            from: try #require(concepts.taxonomy(from)),
            to: try #require(concepts.taxonomy(to)),
            in: concepts
        )
    }

    private func way(_ from: String, _ to: String, _ concept: String) throws -> ConceptLoss.Way {
        let loss = ConceptLoss(try map(from, to))
        return try #require(loss.ways.first { $0.concept == concept })
    }

    @Test func `sexual violence is no subset of maltreatment, nor the other way round`() throws {
        let there = try map("csg", "legal-definition")
        #expect(there.route == .hub("elementary-forms"))
        #expect(
            there.entries(of: "sexual-violence") == [
                .init(
                    concept: "sexual-violence",
                    relation: .overlapping,
                    other: "maltreatment",
                    certainty: .high
                )
            ]
        )
        #expect(ConceptLoss(there).isLossy)
    }

    @Test func `Z16.01 does not tell abuse from sexual abuse`() throws {
        let relations = try map("icpc", "nji").entries(of: "Z16.01")
        #expect(relations.map(\.relation) == [.broader, .broader, .broader])
        #expect(
            relations.map(\.other) == ["physical-abuse", "psychological-abuse", "sexual-abuse"]
        )
        let back = try way("nji", "icpc", "sexual-abuse")
        #expect(back.grade == .merged)
        #expect(back.there == ["Z16.01"])
        #expect(back.others == ["physical-abuse", "psychological-abuse"])
    }

    @Test func `what the other side has no word for is lost`() throws {
        let gone = try way("ace", "nji", "addiction")
        #expect(gone.grade == .lost)
        #expect(gone.there.isEmpty)
    }

    @Test func `forms that mean the same come back the same`() throws {
        #expect(try way("npm", "trimbos", "physical-abuse").grade == .exact)
        let emotional = try map("npm", "nji").entries(of: "emotional-neglect")
        #expect(emotional.map(\.other) == ["psychological-neglect", "witness"])
        #expect(emotional.map(\.relation) == [.overlapping, .broader])
    }

    @Test func `a map read from the other side has its relations turned round`() throws {
        let there = try map("vt-nature-2015", "vt-nature-2019")
        let back = try map("vt-nature-2019", "vt-nature-2015")
        #expect(there.route == .direct)
        #expect(back.route == .reversed)
        #expect(there.entries.count == back.entries.count)
        for entry in there.entries {
            #expect(
                back.entries.contains {
                    $0.concept == entry.other && $0.other == entry.concept
                        && $0.relation == entry.relation.reversed
                }
            )
        }
    }

    @Test func `every pair of taxonomies has a mapping or a reason for none`() throws {
        for one in concepts.taxonomies {
            for other in concepts.taxonomies {
                let map = ConceptMap(from: one, to: other, in: concepts)
                if case .none(let reason) = map.route {
                    #expect(!reason.nl.isEmpty && !reason.en.isEmpty, "\(one.id) \(other.id)")
                }
            }
        }
        #expect(concepts.taxonomies.count == 34)
    }

    @Test func `the relation through the hub agrees with sets drawn at random`() {
        // The slow twin: contents as sets of points, each atom three points of which a part holds
        // one or two, and the relation read from the sets themselves.
        var random = SeededGenerator(seed: 66)
        for _ in 0..<2000 {
            let left = drawn(&random)
            let right = drawn(&random)
            let map = ConceptMap(
                from: taxonomy("a", ["x"]),
                to: taxonomy("b", ["x"]),
                in: definitions(left, right)
            )
            let found = map.entries.first
            let a = points(left)
            let b = points(right)
            guard let found, found.certainty != .low else {
                // Nothing shared, or parts that need not meet.
                if found == nil { #expect(a.isDisjoint(with: b)) }
                continue
            }
            switch found.relation {
            case .same: #expect(a == b)
            case .narrower: #expect(a.isSubset(of: b))
            case .broader: #expect(b.isSubset(of: a))
            case .overlapping: #expect(!a.isDisjoint(with: b))
            case .none: Issue.record("an entry that shares nothing")
            }
        }
    }

    private func drawn(_ random: inout SeededGenerator) -> [String: Bool] {
        var content: [String: Bool] = [:]
        for atom in ["p", "q", "r"] {
            switch Int(random.next() % 3) {
            case 0: content[atom] = true
            case 1: content[atom] = false
            default: continue
            }
        }
        return content
    }

    private func points(_ content: [String: Bool]) -> Set<String> {
        Set(content.flatMap { atom, isWhole in (isWhole ? [1, 2] : [1]).map { "\(atom)\($0)" } })
    }

    private func taxonomy(_ id: String, _ names: [String]) -> Taxonomy {
        Taxonomy(
            id: id,
            title: LocalizedText(nl: id, en: id),
            subject: .violence,
            concepts: names
        )
    }

    private func definitions(_ left: [String: Bool], _ right: [String: Bool]) -> ConceptDefinitions
    {
        func crosswalk(_ from: String, _ content: [String: Bool]) -> Crosswalk {
            Crosswalk(
                from: from,
                to: "hub",
                certainty: .high,
                source: "",
                links: content.sorted { $0.key < $1.key }.map { atom, isWhole in
                    Crosswalk.Link(
                        concept: "x",
                        relation: isWhole ? .broader : .overlapping,
                        other: atom
                    )
                }
            )
        }
        return ConceptDefinitions(
            taxonomies: [
                taxonomy("a", ["x"]), taxonomy("b", ["x"]), taxonomy("hub", ["p", "q", "r"]),
            ],
            hub: "hub",
            crosswalks: [crosswalk("a", left), crosswalk("b", right)],
            none: []
        )
    }
}
