import Domain

/// Reads `concepts/crosswalks.yaml` and holds it to the taxonomies.
struct CrosswalkLoader {
    let folder: DefinitionFolder
    let taxonomies: [Taxonomy]
    /// The published series there are.
    let series: [String]

    static let file = "concepts/crosswalks.yaml"

    /// A relation with the line it stands on.
    struct Placed {
        let from: String
        let to: String
        let link: Crosswalk.Link
        let place: RecordValue
    }

    func load() throws(DefinitionError) -> ConceptDefinitions {
        let root = try folder.yaml(CrosswalkLoader.file)
        let reader = try root.record(keys: ["hub", "crosswalks", "none", "crossings"])
        let hub = try taxonomy(reader.required("hub"))
        var placed: [Placed] = []
        var crosswalks: [Crosswalk] = []
        for item in try reader.required("crosswalks").list() {
            let (crosswalk, links) = try crosswalk(of: item)
            let isTwice = crosswalks.contains {
                Set([$0.from, $0.to]) == Set([crosswalk.from, crosswalk.to])
            }
            guard !isTwice else {
                throw item.mistake(
                    found: "a crosswalk between `\(crosswalk.from)` and `\(crosswalk.to)` more "
                        + "than once",
                    expected: "it once"
                )
            }
            crosswalks.append(crosswalk)
            placed += links
        }
        let concepts = ConceptDefinitions(
            taxonomies: taxonomies,
            hub: hub.id,
            crosswalks: crosswalks,
            none: try reader.required("none").list().map { item throws(DefinitionError) in
                try noCrosswalk(of: item)
            },
            crossings: try reader.required("crossings").list().map {
                item throws(DefinitionError) in
                try crossing(of: item)
            }
        )
        try CrosswalkCheck(concepts: concepts, links: placed).run(root)
        return concepts
    }

    private func taxonomy(_ value: RecordValue) throws(DefinitionError) -> Taxonomy {
        guard let found = taxonomies.first(where: { value.isText($0.id) }) else {
            throw value.mistake(
                found: "the taxonomy \(value.described), which does not exist",
                expected: "one of " + taxonomies.map { "`\($0.id)`" }.joined(separator: ", ")
            )
        }
        return found
    }

    private func crosswalk(
        of item: RecordValue
    ) throws(DefinitionError) -> (Crosswalk, [Placed]) {
        let reader = try item.record(keys: [
            "from", "to", "over-time", "certainty", "source", "relations",
        ])
        let from = try taxonomy(reader.required("from"))
        let to = try taxonomy(reader.required("to"))
        let isOverTime = try reader.optional("over-time")?.flag() ?? false
        if let end = from.until, let start = to.from, end < start, !isOverTime {
            throw item.mistake(
                found: "`\(from.id)`, which ended in \(end), and `\(to.id)`, which began in "
                    + "\(start)",
                expected: "`over-time: true`, or taxonomies in use at one time"
            )
        }
        var placed: [Placed] = []
        for row in try reader.required("relations").list() {
            let relations = ConceptRelation.allCases.map(\.rawValue)
            let fields = try row.record(keys: ["concept"] + relations)
            let concept = try concept(
                fields.required("concept"),
                of: from,
                since: isOverTime ? nil : to.from
            )
            for relation in ConceptRelation.allCases {
                for other in try fields.optional(relation.rawValue)?.list() ?? [] {
                    let link = Crosswalk.Link(
                        concept: concept,
                        relation: relation,
                        other: try self.concept(
                            other,
                            of: to,
                            since: isOverTime ? nil : from.from
                        )
                    )
                    placed.append(Placed(from: from.id, to: to.id, link: link, place: other))
                }
            }
        }
        let crosswalk = Crosswalk(
            from: from.id,
            to: to.id,
            certainty: try reader.required("certainty").choice(Certainty.self),
            source: try reader.required("source").text(),
            links: placed.map(\.link)
        )
        return (crosswalk, placed)
    }

    /// A concept that exists and had not ended when the other taxonomy began.
    private func concept(
        _ value: RecordValue,
        of taxonomy: Taxonomy,
        since: ReportingPeriod?
    ) throws(DefinitionError) -> String {
        guard let found = taxonomy.concepts.first(where: { value.isText($0.id) }) else {
            throw value.mistake(
                found: "the concept \(value.described) of `\(taxonomy.id)`, which does not exist",
                expected: "one of "
                    + taxonomy.concepts.map { "`\($0.id)`" }.joined(separator: ", ")
            )
        }
        if let until = found.until, let since, until < since {
            throw value.mistake(
                found: "the code `\(found.id)` of `\(taxonomy.id)`, which ended in \(until), "
                    + "before the other taxonomy began in \(since)",
                expected: "a code in use, or `over-time: true`"
            )
        }
        return found.id
    }

    private func crossing(of item: RecordValue) throws(DefinitionError) -> Crossing {
        let reader = try item.record(keys: ["series", "from", "to"])
        let name = try reader.required("series")
        guard let found = series.first(where: { name.isText($0) }) else {
            throw name.mistake(
                found: "the series \(name.described)",
                expected: "a published series"
            )
        }
        return Crossing(
            series: found,
            from: try taxonomy(reader.required("from")).id,
            to: try taxonomy(reader.required("to")).id
        )
    }

    private func noCrosswalk(of item: RecordValue) throws(DefinitionError) -> NoCrosswalk {
        let reader = try item.record(keys: ["of", "with", "reason"])
        return NoCrosswalk(
            of: try reader.required("of").list().map { item throws(DefinitionError) in
                try item.choice(Taxonomy.Subject.self)
            },
            with: try reader.required("with").list().map { item throws(DefinitionError) in
                try item.choice(Taxonomy.Subject.self)
            },
            reason: try reader.required("reason").localized()
        )
    }
}
