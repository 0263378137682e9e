import Domain
public import FoundationEssentials

extension CohortRequest {
    private static let methods = ["JT", "GLN", "HLL", "EN", "NK", "HA"]

    /// Reads a request and holds it against the questionnaires.
    ///
    /// - Throws: ``DefinitionError`` naming file, line, what was found and what was expected.
    public static func read(
        from url: URL,
        against definitions: DefinitionSet
    ) throws(DefinitionError) -> CohortRequest {
        let folder = DefinitionFolder(url: url.deletingLastPathComponent())
        return try request(folder.yaml(url.lastPathComponent), definitions)
    }

    /// Reads a request from the text of a YAML file.
    public static func read(
        _ text: String,
        file: String,
        against definitions: DefinitionSet
    ) throws(DefinitionError) -> CohortRequest {
        try request(YAMLFile.parse(text, file: file), definitions)
    }

    private static func request(
        _ value: RecordValue,
        _ definitions: DefinitionSet
    ) throws(DefinitionError) -> CohortRequest {
        let reader = try value.record(keys: [
            "id", "title", "enrolment", "waves", "measures", "violence", "horizons", "level",
        ])
        let enrolment = try reader.required("enrolment").record(keys: [
            "from", "until", "youngest", "oldest",
        ])
        let from = try enrolment.required("from").day()
        let last = try enrolment.required("until")
        let until = try last.day()
        guard from <= until else {
            throw last.mistake(found: last.described, expected: "a day after `from`")
        }
        let youngest = try enrolment.required("youngest").number(in: 0...17)
        let violence = try reader.required("violence").record(keys: ["much-from", "source"])
        var horizons: [Int] = []
        for item in try reader.required("horizons").list() {
            horizons.append(try item.number(in: (horizons.last ?? 0) + 1...10_000))
        }
        return CohortRequest(
            id: try StudyRequest.identity(reader.required("id")),
            title: try reader.required("title").localized(),
            from: from,
            until: until,
            youngest: youngest,
            oldest: try enrolment.required("oldest").number(in: youngest...17),
            waves: try waves(reader.required("waves")),
            measures: try measures(reader.required("measures"), definitions),
            violence: Violence(
                muchFrom: try violence.required("much-from").number(in: 2...1000),
                source: try violence.required("source").localized()
            ),
            horizons: horizons,
            level: try reader.optional("level")?.share(below: 1) ?? 0.95
        )
    }

    private static func waves(_ value: RecordValue) throws(DefinitionError) -> [Wave] {
        var waves: [Wave] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["id", "title", "from", "until"])
            let from = try reader.required("from").number(in: 0...10_000)
            let wave = Wave(
                id: try StudyRequest.identity(reader.required("id")),
                title: try reader.required("title").localized(),
                from: from,
                until: try reader.required("until").number(in: from...10_000)
            )
            guard wave.from > waves.last?.until ?? -1, !waves.contains(where: { $0.id == wave.id })
            else {
                throw item.mistake(
                    found: "the wave `\(wave.id)` in this place",
                    expected: "waves with ids of their own, each after the last"
                )
            }
            waves.append(wave)
        }
        guard waves.count > 1 else {
            throw value.mistake(found: "\(waves.count) waves", expected: "two or more")
        }
        return waves
    }

    private static func measures(
        _ value: RecordValue,
        _ definitions: DefinitionSet
    ) throws(DefinitionError) -> [Measure] {
        var measures: [Measure] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["questionnaire", "method", "cutoff", "critical"])
            let name = try reader.required("questionnaire")
            let id = try name.text()
            guard let known = definitions.questionnaires[id] else {
                throw name.mistake(
                    found: "the questionnaire \(name.described), which does not exist",
                    expected: "one of "
                        + definitions.questionnaires.keys.sorted().joined(separator: ", ")
                )
            }
            guard known.norm(.clinical) != nil || known.norm(.functional) != nil else {
                throw name.mistake(
                    found: "the questionnaire \(name.described), which has no norms",
                    expected: "norms in its record, filled in from its manual by whoever may use it"
                )
            }
            let method = try oneOf(methods, reader.optional("method")) ?? "JT"
            let cutoff = try oneOf(["none", "a", "b", "c"], reader.optional("cutoff")) ?? "none"
            guard !["b", "c"].contains(cutoff) || known.norm(.functional) != nil else {
                throw item.mistake(
                    found: "the cut-off `\(cutoff)` without a functional norm",
                    expected: "a norm of the population `functional` in `\(id)`"
                )
            }
            measures.append(
                Measure(
                    questionnaire: id,
                    method: method,
                    cutoff: cutoff,
                    critical: try reader.optional("critical")?.decimal()
                )
            )
        }
        return measures
    }

    private static func oneOf(
        _ allowed: [String],
        _ value: RecordValue?
    ) throws(DefinitionError) -> String? {
        guard let value else { return nil }
        let text = try value.text()
        guard allowed.contains(text) else {
            throw value.mistake(
                found: value.described,
                expected: "one of " + allowed.map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        return text
    }
}
