import Domain

/// Reads `concepts/<id>.yaml`, every file but the crosswalks.
struct TaxonomyLoader {
    let folder: DefinitionFolder

    private static let keys = [
        "id", "title", "subject", "version", "source", "reference", "from", "until", "note",
        "licence", "concepts",
    ]

    func load() throws(DefinitionError) -> [Taxonomy] {
        var taxonomies: [Taxonomy] = []
        for file in try folder.files(in: "concepts", extension: "yaml")
        where file != CrosswalkLoader.file {
            let reader = try folder.yaml(file).record(keys: TaxonomyLoader.keys)
            let (from, until) = try reader.stretch()
            taxonomies.append(
                Taxonomy(
                    id: try reader.identity(of: file),
                    title: try reader.required("title").localized(),
                    subject: try reader.required("subject").choice(Taxonomy.Subject.self),
                    version: try reader.required("version").text(),
                    source: try reader.required("source").text(),
                    reference: try reader.required("reference").text(),
                    from: from,
                    until: until,
                    note: try reader.optional("note")?.localized(),
                    licence: try reader.optional("licence")?.localized(),
                    concepts: try concepts(of: reader.required("concepts"))
                )
            )
        }
        return taxonomies
    }

    private func concepts(of value: RecordValue) throws(DefinitionError) -> [Concept] {
        var concepts: [Concept] = []
        for item in try value.list() {
            let reader = try item.record(keys: [
                "id", "title", "within", "uncertain", "until", "recognition", "recognised-until",
            ])
            let id = try reader.required("id")
            let name = try id.text()
            guard !concepts.contains(where: { $0.id == name }) else {
                throw id.mistake(found: "the concept `\(name)` more than once", expected: "it once")
            }
            let within = reader.optional("within")
            if let within, !concepts.contains(where: { within.isText($0.id) }) {
                throw within.mistake(
                    found: "\(within.described), which does not stand above",
                    expected: "a concept that stands above this one"
                )
            }
            concepts.append(
                Concept(
                    id: name,
                    title: try reader.required("title").localized(),
                    within: within?.plain,
                    isUncertain: try reader.optional("uncertain")?.flag() ?? false,
                    until: try reader.optional("until")?.halfYear(),
                    recognition: try reader.optional("recognition")?
                        .choice(Concept.Recognition.self),
                    recognisedUntil: try reader.optional("recognised-until")?.day()
                )
            )
        }
        return concepts
    }
}
